import type { Action } from "./action.js";
import * as containers from "./actions/containers/index.js";
import * as exec from "./actions/exec/index.js";
import * as execution from "./actions/execution/index.js";
import * as images from "./actions/images/index.js";
import * as networks from "./actions/networks/index.js";
import * as swarm from "./actions/swarm/index.js";
import * as system from "./actions/system/index.js";
import * as volumes from "./actions/volumes/index.js";
import type { Fields, ValuesOf } from "./field.js";
import { Names } from "./names.js";

const all = { ...system, ...containers, ...exec, ...images, ...networks, ...volumes, ...swarm, ...execution };

type Defined = (typeof all)[keyof typeof all];

/** Every action there is. */
export const catalogue: readonly Action[] = Object.values(all) as readonly unknown[] as readonly Action[]; // each takes the values that its own fields read

/** The actions by all their names. */
export const actionNames = new Names<Action>();
for (const action of catalogue) actionNames.add([action.name], action);
for (const action of catalogue) {
  const { splunk, fortisoar, xsoar } = action.platforms;
  const theirs = [splunk?.action, splunk?.identifier, fortisoar?.operation, xsoar?.command];
  actionNames.alias(
    [...theirs, ...(action.aliases ?? [])].filter((name) => name !== undefined),
    action,
  );
}

export type ActionName = Defined["name"];

type Named<Name extends ActionName> = Extract<Defined, { name: Name }>;

/** What an action may be given: its values as they are, or as the texts that platforms send. */
export type ActionInput<Name extends ActionName> = Loose<ValuesOf<Named<Name>["input"]>>;

/** What stands in each item of an action's data. */
export type ActionItem<Name extends ActionName> = ValuesOf<Named<Name>["output"]>;

type Loose<Values> = { readonly [Name in keyof Values]: Values[Name] | string | null };

export type { Fields };
