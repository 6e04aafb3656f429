import { randomBytes, randomInt } from 'node:crypto';

/** A device flow under way. */
export interface DeviceFlow {
  readonly deviceCode: string;
  readonly userCode: string;
  readonly clientId: string;
  readonly scope: number;
  readonly expiresAt: number;
  answer: 'pending' | 'approved' | 'denied';
}

/** The device flows of an emulator. */
export interface DeviceStore {
  begin(clientId: string, scope: number, answer: DeviceFlow['answer']): DeviceFlow;
  find(deviceCode: string): DeviceFlow | undefined;
  end(deviceCode: string): void;
  /** Lets the user answer; false when nobody asks under this code. */
  answer(userCode: string, answer: DeviceFlow['answer']): boolean;
}

/** Without the marks that look alike. */
const USER_CODE_MARKS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

function newUserCode(): string {
  const marks = Array.from({ length: 8 }, () => USER_CODE_MARKS[randomInt(USER_CODE_MARKS.length)]);
  return `${marks.slice(0, 4).join('')}-${marks.slice(4).join('')}`;
}

/** Creates an empty store of flows that wait so long. */
export function createDeviceStore(seconds: number): DeviceStore {
  const flows = new Map<string, DeviceFlow>();
  return {
    begin: (clientId, scope, answer) => {
      const flow: DeviceFlow = {
        deviceCode: randomBytes(32).toString('hex'),
        userCode: newUserCode(),
        clientId,
        scope,
        expiresAt: Date.now() + seconds * 1000,
        answer,
      };
      flows.set(flow.deviceCode, flow);
      return flow;
    },
    find: (deviceCode) => flows.get(deviceCode),
    end: (deviceCode) => {
      flows.delete(deviceCode);
    },
    answer: (userCode, answer) => {
      const flow = [...flows.values()].find((one) => one.userCode === userCode.toUpperCase());
      if (flow === undefined) return false;
      flow.answer = answer;
      return true;
    },
  };
}
