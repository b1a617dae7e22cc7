#!/bin/sh
# Keeps one private engine for as long as its starter lives, and removes what it leaves.
#   supervise.sh FOLDER BRIDGE ADDRESS CGROUP dockerd ARGS...
# Standard input is a pipe that only the starter holds: it ends when the starter asks for the end or dies, even of SIGKILL.
set -u
folder=$1 bridge=$2 address=$3 cgroup=$4
shift 4
has_link() { ip link show "$1" >/dev/null 2>&1; }
had_gateway_bridge=$(has_link docker_gwbridge && echo yes)

remove_leftovers() {
  ip link del "$bridge" 2>/dev/null
  # An ending daemon leaves the bridges of its networks. Another daemon's carry the same kind of name: ours are in our store.
  for name in $(ip -brief link show type bridge | sed -n 's/^\(br-[0-9a-f]*\) .*/\1/p'); do
    grep -qs "${name#br-}" "$folder/data/network/files/local-kv.db" && ip link del "$name" 2>/dev/null
  done
  if [ -z "$had_gateway_bridge" ] && grep -qs docker_gwbridge "$folder/data/network/files/local-kv.db"; then
    ip link del docker_gwbridge 2>/dev/null
  fi
  find /sys/fs/cgroup -depth -type d -path "*/$cgroup*" -exec rmdir {} + 2>/dev/null
  rm -rf "$folder"
}
trap remove_leftovers EXIT

# docker0 is one for the whole machine, so this engine gets a bridge of its own.
if ip link add "$bridge" type bridge && ip addr add "$address" dev "$bridge" && ip link set "$bridge" up; then
  set -- "$@" --bridge "$bridge"
  if iptables -S FORWARD 2>/dev/null | grep -q '^-P FORWARD DROP'; then
    # Where bridged packets pass the host's rules, another daemon's default of dropping applies to ours as well.
    echo "the host's firewall drops forwarded packets, so containers may not reach each other" >"$folder/network-limit"
  fi
elif ! has_link docker0; then
  echo "no bridge can be made here, so containers have no network" >"$folder/network-limit"
  set -- "$@" --bridge none
else
  # A daemon told to use no bridge deletes docker0, whoever it belongs to.
  echo "The bridge $bridge cannot be made, and starting without one would delete another daemon's docker0." >&2
  exit 1
fi

# Mounts and processes in namespaces of their own vanish with them, whatever way the daemon ends.
unshare --mount --propagation slave --pid --fork --kill-child --mount-proc "${0%/*}/inside.sh" "$@"
