// No cycles. The arrows between the parts are a table in test/architecture.spec.ts.
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'domain-needs-no-package',
      severity: 'error',
      from: { path: '^libs/domain/src', pathNot: '(\\.spec|testing)\\.ts$' },
      to: { path: '^node_modules|^(node:)?(crypto|fs|net|http)$', dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      conditionNames: ['types', 'import', 'require', 'node', 'default'],
      exportsFields: ['exports'],
    },
  },
};
