import { type Role, roleNames } from '../../domain/organisation/person.ts';

/** What somebody acted as, as the trail keeps it. @example roleInWords('performanceTeam') // 'performance team' */
export const roleInWords = (role: string): string =>
  role === 'operator' ? 'operator of the command line' : (roleNames[role as Role] ?? role).toLowerCase();
