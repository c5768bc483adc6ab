import { type AuditHead, readAuditHead } from '../../store/audit-head.ts';
import { type AuditVerdict, verifyAudit } from '../../store/audit-verify.ts';
import type { Store } from '../../store/database.ts';

export { exportAudit as exportTrail } from '../../store/audit-export.ts';
export type { AuditHead } from '../../store/audit-head.ts';
export type { AuditVerdict } from '../../store/audit-verify.ts';

/** Works the whole chain out anew; a head that was printed elsewhere also tells whether its end was cut off. */
export const checkTrail = (
  store: Store,
  authority: string,
  printed: AuditHead | null,
): Promise<AuditVerdict> => verifyAudit(store, authority, printed);

export const trailHead = (store: Pick<Store, 'db'>, authority: string): Promise<AuditHead | null> =>
  readAuditHead(store, authority);

/** A head as an edition prints it, `12:9f86d0…`; null for anything else. */
export function headFrom(text: string): AuditHead | null {
  const found = /^([1-9]\d{0,14}):([0-9a-f]{64})$/i.exec(text.trim());
  return found === null ? null : { sealNumber: Number(found[1]), hash: (found[2] as string).toLowerCase() };
}
