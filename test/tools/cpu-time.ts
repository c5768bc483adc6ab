/**
 * Milliseconds of processor time that this process has spent since the call: what work costs, whatever else the
 * machine is doing. A wall clock would measure its other tenants.
 */
export function cpuTime(): () => number {
  const start = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1_000;
  };
}
