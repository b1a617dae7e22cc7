/** The process of one server or one client. The runner starts it: `serve <workload> <socket>`, `work <workload> <socket> <shape> <client>`. */
import { workloads } from "./workloads.js";

const [task, workloadName, socketPath = "", shape = "", clientName] = process.argv.slice(2);
const workload = workloads.find(({ name }) => name === workloadName);
if (workload === undefined) throw new Error(`no workload ${workloadName}`);

if (task === "serve") {
  const undo = await workload.serve(socketPath);
  // The runner holds the other end: it is closed when all is measured, and also when the runner is gone.
  process.stdin.resume().once("end", async () => {
    await undo?.();
    process.exit();
  });
  console.log("{}");
} else {
  const client = workload.clients.find(({ name }) => name === clientName);
  if (client === undefined) throw new Error(`no client ${clientName}`);
  const work = await client.prepare();
  const before = process.cpuUsage();
  const start = performance.now();
  const amount = await work(socketPath, shape);
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(before);
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ amount, seconds, cpuSeconds: (user + system) / 1e6, peakMegabytes }));
  process.exit();
}
