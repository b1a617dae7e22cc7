#!/bin/sh
# The first process in the engine's namespaces: when it ends, the kernel ends the daemon, containerd and every container.
#   inside.sh dockerd ARGS...
set -u
exec 3<&0 </dev/null

# Places where every daemon of a machine reads and writes, whatever folders it is given.
for shared in /etc/docker /run/docker /run/containerd; do
  mkdir -p "$shared" && mount -t tmpfs tmpfs "$shared"
done

# The daemon warns at every container where the host forwards nothing, and this one leaves the host as it is.
echo 1 >/run/docker/forwarding && mount --bind /run/docker/forwarding /proc/sys/net/ipv4/ip_forward

"$@" 3<&- &
daemon=$!
(
  while read -r _; do :; done <&3
  kill -TERM "$daemon" # nothing it holds is worth waiting for a container that does not listen
  sleep 2
  kill -KILL "$daemon"
) &
exec 3<&-
wait "$daemon"
