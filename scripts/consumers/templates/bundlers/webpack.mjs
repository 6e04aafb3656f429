// `node webpack.mjs esm|commonjs FOLDER`: bundles the program; prints what webpack complains of.
import webpack from 'webpack';

const [format, path] = process.argv.slice(2);
const formats = {
  esm: {
    entry: './program.mjs',
    experiments: { outputModule: true },
    output: {
      path,
      filename: 'program.mjs',
      chunkFilename: '[id].mjs',
      chunkFormat: 'module',
      library: { type: 'module' },
    },
  },
  commonjs: { entry: './program.cjs', output: { path, filename: 'program.cjs', chunkFilename: '[id].cjs' } },
};
const configuration = {
  mode: 'production',
  target: 'node20',
  // convict brings yargs-parser, which requires configuration files by name; the packages never let it
  ignoreWarnings: [{ module: /yargs-parser/, message: /the request of a dependency is an expression/ }],
  ...formats[format],
};

webpack(configuration, (error, stats) => {
  const complaints = error?.message ?? stats.toString({ all: false, errors: true, warnings: true });
  if (complaints !== '') {
    console.error(complaints);
    process.exitCode = 1;
  }
});
