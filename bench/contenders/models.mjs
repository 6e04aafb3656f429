// Models as the site lists them, in the size that is asked for.

/** One model of about `bytes` bytes of JSON. */
export function model(id, bytes) {
  const file = {
    id: id * 10,
    sizeKB: 217_870.5,
    name: `model-${id}.safetensors`,
    type: 'Model',
    metadata: { format: 'SafeTensor', size: 'full', fp: 'fp16' },
    pickleScanResult: 'Success',
    virusScanResult: 'Success',
    scannedAt: '2026-05-01T08:00:00.000Z',
    hashes: { SHA256: 'A'.repeat(64), BLAKE3: 'B'.repeat(64), AutoV2: 'C'.repeat(10), CRC32: 'D'.repeat(8) },
    downloadUrl: `https://civitai.com/api/download/models/${id}`,
    primary: true,
  };
  const image = (n) => ({
    id: id * 100 + n,
    url: `https://image.civitai.com/token/${id}-${n}/original=true/${id * 100 + n}.jpeg`,
    nsfwLevel: 1,
    width: 832,
    height: 1216,
    hash: 'UBIO8hxu00j[~qWBM{WB9Ft7-;ay',
    type: 'image',
    minor: false,
    poi: false,
    hasMeta: true,
    onSite: false,
  });
  const version = (n) => ({
    id: id * 10 + n,
    index: n,
    name: `v${n}`,
    baseModel: 'Illustrious',
    publishedAt: '2026-05-01T08:00:00.000Z',
    availability: 'Public',
    nsfwLevel: 1,
    description: '<p>Better hands.</p>',
    trainedWords: ['trigger one', 'trigger two'],
    stats: { downloadCount: 1234, thumbsUpCount: 99, thumbsDownCount: 1 },
    files: [file],
    images: Array.from({ length: 10 }, (_, index) => image(index)),
    downloadUrl: `https://civitai.com/api/download/models/${id}`,
  });
  const made = {
    id,
    name: `Model ${id}`,
    description: '',
    allowNoCredit: true,
    allowCommercialUse: ['Image', 'Rent'],
    type: 'LORA',
    nsfw: false,
    nsfwLevel: 1,
    stats: { downloadCount: 5, thumbsUpCount: 4, thumbsDownCount: 0, commentCount: 1, tippedAmountCount: 0 },
    creator: { username: 'someone', image: null },
    tags: ['anime', 'style', 'character'],
    modelVersions: bytes < 4000 ? [{ ...version(0), images: [] }] : [version(0), version(1), version(2)],
  };
  const rest = bytes - JSON.stringify(made).length;
  return { ...made, description: '<p>Some text about it.</p>'.repeat(Math.max(0, Math.floor(rest / 26))) };
}
