import { ageText, at, isRecord, type Row, shortId, sizeText, textOf } from "./cells.js";
import { table } from "./table.js";

/**
 * What a list of the API gives as a table of so many columns of text: containers, images, networks, volumes … told by
 * their fields, so that a part of a list is one as well. Undefined for everything else.
 */
export function listTable(value: unknown, columns: number): string | undefined {
  if (isRecord(value) && Array.isArray(value.Volumes)) return listTable(value.Volumes, columns);
  if (isRecord(value) && Array.isArray(value.Titles) && Array.isArray(value.Processes)) {
    return table([value.Titles.map(textOf), ...value.Processes.map((row: unknown) => cellsOf(row))], columns);
  }
  if (!Array.isArray(value) || value.length === 0 || !value.every(isRecord)) return undefined;
  const kind = kinds.find(({ fields }) => value.every((row) => fields.every((field) => field in row)));
  if (kind === undefined) return undefined;
  const heads = Object.keys(kind.cells);
  return table([heads, ...value.map((row) => Object.values(kind.cells).map((cell) => cell(row)))], columns);
}

interface ListKind {
  /** What tells it from all others. */
  readonly fields: readonly string[];
  readonly cells: Readonly<Record<string, (row: Row) => string>>;
}

const kinds: readonly ListKind[] = [
  {
    fields: ["Id", "Names", "Image", "State"],
    cells: {
      ID: ({ Id }) => shortId(Id),
      NAME: ({ Names }) =>
        listOf(Names)
          .find((name) => /^\/[^/]+$/.test(name))
          ?.slice(1) ?? "",
      IMAGE: ({ Image }) => shortId(Image),
      STATUS: ({ Status, State }) => textOf(Status) || textOf(State),
      PORTS: ({ Ports }) => portsText(Ports),
    },
  },
  {
    fields: ["Id", "RepoTags", "Size", "Created"],
    cells: {
      ID: ({ Id }) => shortId(Id),
      NAME: ({ RepoTags, RepoDigests }) =>
        listOf(RepoTags).join(", ") || (listOf(RepoDigests)[0]?.replace(/@.*/, "@…") ?? ""),
      CREATED: ({ Created }) => ageText(Created),
      SIZE: ({ Size }) => sizeText(Size),
    },
  },
  {
    fields: ["Id", "Name", "Driver", "Scope"],
    cells: {
      ID: ({ Id }) => shortId(Id),
      NAME: ({ Name }) => textOf(Name),
      DRIVER: ({ Driver }) => textOf(Driver),
      SCOPE: ({ Scope }) => textOf(Scope),
    },
  },
  {
    fields: ["Name", "Driver", "Mountpoint"],
    cells: {
      NAME: ({ Name }) => textOf(Name),
      DRIVER: ({ Driver }) => textOf(Driver),
      SCOPE: ({ Scope }) => textOf(Scope),
      CREATED: ({ CreatedAt }) => ageText(CreatedAt),
      MOUNTPOINT: ({ Mountpoint }) => textOf(Mountpoint),
    },
  },
  {
    fields: ["ID", "ServiceID", "DesiredState"],
    cells: {
      ID: ({ ID }) => shortId(ID),
      SERVICE: ({ ServiceID }) => shortId(ServiceID),
      SLOT: ({ Slot }) => textOf(Slot),
      NODE: ({ NodeID }) => shortId(NodeID),
      DESIRED: ({ DesiredState }) => textOf(DesiredState),
      STATE: ({ Status }) => textOf(at(Status, "State")),
      ERROR: ({ Status }) => textOf(at(Status, "Err")),
    },
  },
  {
    fields: ["ID", "Description", "Status", "Spec"],
    cells: {
      ID: ({ ID }) => textOf(ID),
      HOSTNAME: ({ Description }) => textOf(at(Description, "Hostname")),
      STATUS: ({ Status }) => textOf(at(Status, "State")),
      AVAILABILITY: ({ Spec }) => textOf(at(Spec, "Availability")),
      ROLE: ({ Spec, ManagerStatus }) =>
        `${textOf(at(Spec, "Role"))}${at(ManagerStatus, "Leader") === true ? ", leader" : ""}`,
    },
  },
  {
    // Of a service: its spec says what the tasks are.
    fields: ["ID", "Spec", "Endpoint"],
    cells: {
      ID: ({ ID }) => shortId(ID),
      NAME: ({ Spec }) => textOf(at(Spec, "Name")),
      MODE: ({ Spec }) => modeText(at(Spec, "Mode")),
      IMAGE: ({ Spec }) =>
        textOf(at(Spec, "TaskTemplate", "ContainerSpec", "Image")).replace(/@sha256:.*/, ""),
    },
  },
  {
    // Of a secret or config; what is in them is not looked at.
    fields: ["ID", "Spec", "CreatedAt"],
    cells: {
      ID: ({ ID }) => textOf(ID),
      NAME: ({ Spec }) => textOf(at(Spec, "Name")),
      CREATED: ({ CreatedAt }) => ageText(CreatedAt),
    },
  },
  {
    fields: ["Name", "Enabled", "Settings"],
    cells: {
      ID: ({ Id }) => shortId(Id),
      NAME: ({ Name }) => textOf(Name),
      ENABLED: ({ Enabled }) => textOf(Enabled),
    },
  },
  {
    fields: ["name", "star_count", "description"],
    cells: {
      NAME: ({ name }) => textOf(name),
      STARS: ({ star_count }) => textOf(star_count),
      OFFICIAL: ({ is_official }) => (is_official === true ? "yes" : ""),
      DESCRIPTION: ({ description }) => textOf(description),
    },
  },
  {
    fields: ["Id", "CreatedBy", "Size"],
    cells: {
      ID: ({ Id }) => shortId(Id),
      CREATED: ({ Created }) => ageText(Created),
      SIZE: ({ Size }) => sizeText(Size),
      BY: ({ CreatedBy }) => textOf(CreatedBy),
    },
  },
];

function cellsOf(row: unknown): string[] {
  return Array.isArray(row) ? row.map(textOf) : [];
}

function listOf(values: unknown): string[] {
  return Array.isArray(values) ? values.filter((value) => typeof value === "string") : [];
}

/** `0.0.0.0:8080->80/tcp`; an engine tells of IPv4 and IPv6 each, which is the same to most. */
function portsText(ports: unknown): string {
  const texts = (Array.isArray(ports) ? ports.filter(isRecord) : []).map(
    ({ IP, PublicPort, PrivatePort, Type }) => {
      const host = textOf(IP).replace("0.0.0.0", "").replace(/^::$/, "");
      const outside = PublicPort === undefined ? "" : `${host && `${host}:`}${textOf(PublicPort)}->`;
      return `${outside}${textOf(PrivatePort)}/${textOf(Type)}`;
    },
  );
  return [...new Set(texts)].join(", ");
}

function modeText(mode: unknown): string {
  const replicas = at(mode, "Replicated", "Replicas");
  if (replicas !== undefined) return `replicated ${textOf(replicas)}`;
  return isRecord(mode)
    ? (Object.keys(mode)[0] ?? "").replace(/(?<=[a-z])(?=[A-Z])/g, "-").toLowerCase()
    : "";
}
