/** A version a partner says it can run. */
export interface PartnerModel {
  readonly modelVersionId: number;
  readonly runUrl: string | undefined;
}

/** What the one partner of an emulator supports. */
export interface PartnerModels {
  find(modelVersionId: number): PartnerModel | undefined;
  replaceAll(models: readonly PartnerModel[]): void;
  upsert(models: readonly PartnerModel[]): void;
  remove(models: readonly PartnerModel[]): void;
}

/** Creates an empty list. */
export function createPartnerModels(): PartnerModels {
  const models = new Map<number, PartnerModel>();
  const upsert = (changed: readonly PartnerModel[]): void => {
    for (const model of changed) models.set(model.modelVersionId, model);
  };
  return {
    find: (id) => models.get(id),
    upsert,
    replaceAll: (all) => {
      models.clear();
      upsert(all);
    },
    remove: (gone) => {
      for (const { modelVersionId } of gone) models.delete(modelVersionId);
    },
  };
}
