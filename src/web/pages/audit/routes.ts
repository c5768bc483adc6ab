import type { Route } from '../../route.ts';
import { auditPage } from './audit-page.tsx';
import { checkPage } from './check-page.tsx';
import { auditExport } from './export.ts';

export const auditPages: readonly Route[] = [
  { method: 'GET', path: '/audit', action: 'verifyAudit', handle: auditPage },
  { method: 'GET', path: '/audit/check', action: 'verifyAudit', handle: checkPage },
  { method: 'GET', path: '/audit/export', action: 'exportAudit', handle: auditExport },
];
