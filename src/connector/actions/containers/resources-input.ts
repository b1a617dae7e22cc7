import { boolean, inBody, integer, list, objects, text } from "../../field.js";

/** What a container may use of its host. */
export const resources = {
  cpushares: integer("Weight against other containers when CPUs are scarce; 0 leaves the kernel's 1024.", {
    place: inBody("CpuShares"),
    names: { fortisoar: "CpuShares", xsoar: "resources_cpushares" },
  }),
  memory: integer("Hard limit in bytes, at least 6 MiB; 0 for none.", {
    place: inBody("Memory"),
    names: { fortisoar: "Memory", xsoar: "resources_memory" },
  }),
  cgroupparent: text("Cgroup to put it under: a path, or with systemd a slice such as my.slice.", {
    place: inBody("CgroupParent"),
    names: { xsoar: "resources_cgroupparent" },
  }),
  blkioweight: integer("Weight against others for block devices, 10 to 1000; 0 for none.", {
    place: inBody("BlkioWeight"),
    names: { xsoar: "resources_blkioweight" },
  }),
  blkioweightdevice: objects("The same weight for single devices.", {
    place: inBody("BlkioWeightDevice"),
    names: { xsoar: "resources_blkioweightdevice" },
  }),
  blkiodevicereadbps: objects("Most bytes per second read from single devices.", {
    place: inBody("BlkioDeviceReadBps"),
    names: { xsoar: "resources_blkiodevicereadbps" },
  }),
  blkiodevicewritebps: objects("Most bytes per second written to single devices.", {
    place: inBody("BlkioDeviceWriteBps"),
    names: { xsoar: "resources_blkiodevicewritebps" },
  }),
  blkiodevicereadiops: objects("Most read operations per second on single devices.", {
    place: inBody("BlkioDeviceReadIOps"),
    names: { xsoar: "resources_blkiodevicereadiops" },
  }),
  blkiodevicewriteiops: objects("Most write operations per second on single devices.", {
    place: inBody("BlkioDeviceWriteIOps"),
    names: { xsoar: "resources_blkiodevicewriteiops" },
  }),
  cpuperiod: integer("Microseconds of one scheduler period, 1,000 to 1,000,000; 0 leaves the kernel's.", {
    place: inBody("CpuPeriod"),
    names: { fortisoar: "CpuPeriod", xsoar: "resources_cpuperiod" },
  }),
  cpuquota: integer("Microseconds of CPU time in each period; 0 or -1 for no limit. NanoCpus is easier.", {
    min: -1,
    place: inBody("CpuQuota"),
    names: { fortisoar: "CpuQuota", xsoar: "resources_cpuquota" },
  }),
  cpurealtimeperiod: integer("Microseconds of one real-time period; 0 for none. Cgroup v1 only.", {
    place: inBody("CpuRealtimePeriod"),
    names: { xsoar: "resources_cpurealtimeperiod" },
  }),
  cpurealtimeruntime: integer(
    "Microseconds of real-time work in each such period; 0 for none. Cgroup v1 only.",
    { place: inBody("CpuRealtimeRuntime"), names: { xsoar: "resources_cpurealtimeruntime" } },
  ),
  cpusetcpus: text("CPUs it may use, such as 0-3 or 0,2; empty for all.", {
    place: inBody("CpusetCpus"),
    names: { xsoar: "resources_cpusetcpus" },
  }),
  cpusetmems: text("NUMA memory nodes it may use, such as 0-1; empty for all.", {
    place: inBody("CpusetMems"),
    names: { xsoar: "resources_cpusetmems" },
  }),
  devices: objects("Host devices it gets.", {
    place: inBody("Devices"),
    names: { xsoar: "resources_devices" },
  }),
  devicecgrouprules: list("Device rules in the kernel's notation, such as c 13:* rwm.", {
    place: inBody("DeviceCgroupRules"),
    names: { xsoar: "resources_devicecgrouprules" },
  }),
  devicerequests: objects("Devices that a driver picks, such as GPUs.", {
    place: inBody("DeviceRequests"),
    names: { xsoar: "resources_devicerequests" },
  }),
  kernelmemory: integer("Bytes of kernel memory. Cgroup v1 only, and only up to API 1.41.", {
    place: inBody("KernelMemory"),
    names: { xsoar: "resources_kernelmemory" },
    until: "1.41",
  }),
  kernelmemorytcp: integer("Bytes of kernel memory for TCP buffers. Deprecated; cgroup v1 only.", {
    place: inBody("KernelMemoryTCP"),
    names: { xsoar: "resources_kernelmemorytcp" },
    until: "1.51",
  }),
  memoryreservation: integer("Soft limit in bytes, applied when the host's memory gets short; 0 for none.", {
    place: inBody("MemoryReservation"),
    names: { xsoar: "resources_memoryreservation" },
  }),
  memoryswap: integer(
    "Bytes of memory and swap together; -1 for unlimited swap, 0 for twice Memory, equal to Memory for no swap.",
    { min: -1, place: inBody("MemorySwap"), names: { xsoar: "resources_memoryswap" } },
  ),
  memoryswappiness: integer(
    "How eagerly pages are swapped, 0 to 100; -1 leaves it to the kernel. Cgroup v1 only.",
    { min: -1, max: 100, place: inBody("MemorySwappiness"), names: { xsoar: "resources_memoryswappiness" } },
  ),
  nanocpus: integer(
    "CPUs in units of 1e-9: 1,500,000,000 is one and a half. Not together with CpuPeriod or CpuQuota.",
    { place: inBody("NanoCpus"), names: { xsoar: "resources_nanocpus" } },
  ),
  oomkilldisable: boolean(
    "Stalls its processes rather than killing them when its memory is used up. Cgroup v1 only.",
    { place: inBody("OomKillDisable"), names: { xsoar: "resources_oomkilldisable" } },
  ),
  init: boolean(
    "Runs a small init as process 1, which forwards signals and reaps zombies; absent takes the engine's setting.",
    { place: inBody("Init"), names: { xsoar: "resources_init" } },
  ),
  pidslimit: integer("Most processes and threads; 0 or -1 for no limit.", {
    min: -1,
    place: inBody("PidsLimit"),
    names: { xsoar: "resources_pidslimit" },
  }),
  ulimits: objects("Resource limits of its processes, as ulimit sets them.", {
    place: inBody("Ulimits"),
    names: { xsoar: "resources_ulimits" },
  }),
  cpucount: integer("Windows only. Number of CPUs; wins over CpuShares and CpuPercent.", {
    place: inBody("CpuCount"),
    names: { xsoar: "resources_cpucount" },
  }),
  cpupercent: integer("Windows only. Share of all CPUs in percent; 0 for no limit.", {
    place: inBody("CpuPercent"),
    names: { xsoar: "resources_cpupercent" },
  }),
  iomaximumiops: integer("Windows only. Most operations per second on the system drive; 0 for no limit.", {
    place: inBody("IOMaximumIOps"),
    names: { xsoar: "resources_iomaximumiops" },
  }),
  iomaximumbandwidth: integer("Windows only. Most bytes per second on the system drive; 0 for no limit.", {
    place: inBody("IOMaximumBandwidth"),
    names: { xsoar: "resources_iomaximumbandwidth" },
  }),
};
