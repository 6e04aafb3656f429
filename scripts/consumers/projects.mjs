/**
 * What users would have besides our packages, exactly pinned: a release of somebody else must not fail a run here. The
 * folders of the same names, in templates/, hold their programs.
 */
const nodeTypes = { '@types/node': '20.19.43' };
const jest = { jest: '30.5.2', '@swc/core': '1.16.22', '@swc/jest': '0.2.39' };
const compilers = {
  'typescript-5.9': 'npm:typescript@5.9.3',
  'typescript-6': 'npm:typescript@6.0.3',
  'typescript-7': 'npm:typescript@7.0.2',
};

export const projects = {
  plain: { templates: ['plain'] },
  typescript: { templates: ['typescript'], optionalPeers: true, dependencies: { ...nodeTypes, ...compilers } },
  bundlers: { templates: ['plain', 'bundlers'], dependencies: { esbuild: '0.28.2', webpack: '5.112.2' } },
  jest: { templates: ['jest'], dependencies: jest },
  vitest: { templates: ['vitest'], dependencies: { vitest: '4.1.12' } },
  'nest-cli': {
    templates: ['nest-cli'],
    dependencies: {
      ...nodeTypes,
      '@nestjs/cli': '12.0.8',
      '@nestjs/common': '12.5.1',
      '@nestjs/core': '12.5.1',
      '@nestjs/platform-express': '12.5.1',
      rxjs: '7.8.2',
      typescript: '6.0.3',
    },
  },
  pnpm: {
    templates: ['plain', 'typescript'],
    installer: 'pnpm',
    dependencies: { ...nodeTypes, 'typescript-7': compilers['typescript-7'] },
  },
  'pnpm-itself': { templates: [], withoutOurs: true, dependencies: { pnpm: '10.34.9' } },
};
