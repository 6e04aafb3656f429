import type { WorkflowRecord } from './workflow-record.js';

/** The workflows of one emulator. */
export interface WorkflowStore {
  /** Makes a moment that no other workflow was created at, and the id that belongs to it. */
  nextId(userId: number): { readonly id: string; readonly createdAt: number };
  /** Keeps it; previews only for their `externalId`. */
  add(workflow: WorkflowRecord): void;
  /** Somebody's workflow; not a deleted one. */
  find(userId: number, id: string): WorkflowRecord | undefined;
  /** By the key its owner gave it; previews too. */
  findByExternalId(userId: number, externalId: string): WorkflowRecord | undefined;
  /** Nothing remains of it, as of ephemeral workflows that have ended. */
  forget(workflow: WorkflowRecord): void;
  /** Somebody's, oldest first; not the deleted ones. */
  ofUser(userId: number): readonly WorkflowRecord[];
  /** Everybody's, deleted and forgotten ones too, in the order they were submitted; no previews. */
  all(): readonly WorkflowRecord[];
}

function externalKey(userId: number, externalId: string): string {
  return `${userId}-${externalId}`;
}

function isThere(workflow: WorkflowRecord | undefined): workflow is WorkflowRecord {
  return workflow !== undefined && workflow.deletedAt === undefined;
}

/** The id of a workflow: whose it is, and when it was created. */
function idOf(userId: number, createdAt: number): string {
  return `${userId}-${new Date(createdAt).toISOString().replace(/\D/g, '')}`;
}

/** Creates an empty store. */
export function createWorkflowStore(): WorkflowStore {
  const byId = new Map<string, WorkflowRecord>();
  const submitted: WorkflowRecord[] = [];
  const byExternalId = new Map<string, WorkflowRecord>();
  let last = 0;
  return {
    nextId: (userId) => {
      last = Math.max(Date.now(), last + 1);
      return { id: idOf(userId, last), createdAt: last };
    },
    add: (workflow) => {
      const { id, userId, settings } = workflow;
      if (id !== null) {
        byId.set(id, workflow);
        submitted.push(workflow);
      }
      if (settings.externalId !== undefined) byExternalId.set(externalKey(userId, settings.externalId), workflow);
    },
    find: (userId, id) => {
      const workflow = byId.get(id);
      return isThere(workflow) && workflow.userId === userId ? workflow : undefined;
    },
    findByExternalId: (userId, externalId) => {
      const workflow = byExternalId.get(externalKey(userId, externalId));
      return isThere(workflow) ? workflow : undefined;
    },
    forget: ({ id, userId, settings }) => {
      if (id !== null) byId.delete(id);
      if (settings.externalId !== undefined) byExternalId.delete(externalKey(userId, settings.externalId));
    },
    ofUser: (userId) => [...byId.values()].filter((workflow) => isThere(workflow) && workflow.userId === userId),
    all: () => submitted,
  };
}
