/** What examples find in their folder, under the names that they use. */
export function sampleFiles(): Readonly<Record<string, string | Uint8Array>> {
  const model = safetensors();
  const picture = Buffer.from(onePixel, 'base64');
  return {
    'a.safetensors': model,
    'b.safetensors': model,
    'lora.safetensors': model,
    'model.safetensors': model,
    'style.safetensors': model,
    'downloads/style.safetensors': model,
    'models/style.safetensors': model,
    'models/loras/style.safetensors': model,
    'results/earlier.png': picture,
    'cat.png': picture,
    'photo.png': picture,
    'picture.png': picture,
    'preview.jpeg': Buffer.concat([Buffer.from('RIFF'), Buffer.alloc(4), Buffer.from('WEBPVP8 '), Buffer.alloc(512)]),
    'video.mp4': Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypmp42'), Buffer.alloc(4096)]),
    'my-sorter.mjs': 'export default ({ root }) => root;\n',
    'lists/loras.txt': '1115\n',
    'appsettings.json': '{}\n',
  };
}

const onePixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** One tensor of two numbers. */
function safetensors(): Uint8Array {
  const header = Buffer.from(
    JSON.stringify({
      __metadata__: { ss_network_dim: '8' },
      weight: { dtype: 'F16', shape: [2], data_offsets: [0, 4] },
    }),
  );
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(header.length));
  return Buffer.concat([length, header, Buffer.alloc(4)]);
}
