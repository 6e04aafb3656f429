/** How to get the key of an enterprise deployment; part of errors. */
export const enterpriseHelp: string =
  'Enterprise has a key of its own: set it as MODELSLAB_ENTERPRISE_KEY, as ModelsLab:EnterpriseKey, or as ' +
  'options.enterpriseKey.';
