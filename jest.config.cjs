// The suffix says what a spec needs: .spec = nothing, .int.spec = PostgreSQL (and Redis), .e2e.spec = built processes.
const swc = [
  '@swc/jest',
  {
    swcrc: false,
    sourceMaps: 'inline',
    module: { type: 'commonjs' },
    jsc: {
      target: 'es2023',
      keepClassNames: true,
      parser: { syntax: 'typescript', decorators: true, dynamicImport: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    },
  },
];
const base = {
  rootDir: __dirname,
  testEnvironment: 'node',
  // A machine with two cores under load is slow, not wrong; a state that never comes still fails.
  testTimeout: 60_000,
  transform: { '^.+\\.ts$': swc, '^.+\\.m?js$': '<rootDir>/test/support/esm-to-cjs.cjs' },
  transformIgnorePatterns: [],
  moduleNameMapper: {
    '^#(contracts|domain|platform|event-store|identity|commands|messaging|transparency|sight|client)$':
      '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
};
module.exports = {
  rootDir: __dirname,
  maxWorkers: 2,
  testTimeout: 60_000,
  workerIdleMemoryLimit: '1GB',
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  projects: [
    {
      ...base,
      displayName: 'unit',
      testMatch: [
        '<rootDir>/{apps,libs}/**/*.spec.ts',
        '<rootDir>/test/*.spec.ts',
        '<rootDir>/test/contracts/*.spec.ts',
      ],
      testPathIgnorePatterns: ['\\.(int|e2e|soak)\\.spec\\.ts$'],
    },
    { ...base, displayName: 'int', testMatch: ['<rootDir>/test/**/*.int.spec.ts'] },
    { ...base, displayName: 'e2e', testMatch: ['<rootDir>/test/**/*.e2e.spec.ts'] },
    ...(process.env.SOAK
      ? [{ ...base, displayName: 'soak', testMatch: ['<rootDir>/test/**/*.soak.spec.ts'] }]
      : []),
  ],
};
