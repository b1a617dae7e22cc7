/** What every entry exports besides `Docker` and the types of its API version. */

export type { BuildOptions, BuildSource, DockerfileText } from "./actions/build.js";
export type { CopiedFrom, CopyFromOptions } from "./actions/copy-from.js";
export type { CopyToOptions } from "./actions/copy-to.js";
export type { DeployOptions } from "./actions/deploy.js";
export { DeployError, type DeployErrorCode } from "./actions/deploy-error.js";
export type {
  DeployCounts,
  DeployEvent,
  DeployProgress,
  DeployRollback,
  DeploySubmitted,
  DeployTask,
  DeployTaskSeen,
} from "./actions/deploy-event.js";
export type { DeploySpec } from "./actions/deploy-spec.js";
export type { Deployment, DeployResult } from "./actions/deployment.js";
export type { Diagnosis } from "./actions/diagnose.js";
export type { CredentialsDiagnosis, HelperDiagnosis } from "./actions/diagnose-credentials.js";
export type { Problem } from "./actions/diagnose-problem.js";
export type { CertificateDescription, TlsDiagnosis } from "./actions/diagnose-tls.js";
export type { ApiRange, VersionsDiagnosis } from "./actions/diagnose-versions.js";
export type { EnsuredImage, EnsureImageOptions } from "./actions/ensure-image.js";
export type { Env } from "./actions/env-list.js";
export type { ExecOptions, ExecResult } from "./actions/exec.js";
export type { ExecCall } from "./actions/exec-call.js";
export type {
  LoopOptions,
  LoopProgram,
  PoolLimits,
  ScriptCall,
  ScriptLog,
  ScriptLoop,
  ScriptOutcome,
  ScriptRequest,
  ScriptRunOptions,
} from "./actions/loop/index.js";
export type { Pruned, PruneKind, PruneOptions } from "./actions/prune.js";
export type { PruneFilters } from "./actions/prune-filters.js";
export type { RecreateOptions } from "./actions/recreate.js";
export type { Recreated } from "./actions/recreate-replace.js";
export type { RunOptions, RunResult } from "./actions/run.js";
export type { Input } from "./actions/send-input.js";
export type { Snapshot, SnapshotOptions } from "./actions/snapshot.js";
export type { WaitCondition, WaitedFor, WaitForOptions } from "./actions/wait-for.js";
export type { FoundLine, LogCondition } from "./actions/wait-for-log.js";
export type { OpenPort, PortCondition } from "./actions/wait-for-port.js";
export type { Exited } from "./actions/wait-for-state.js";
export type { WaitHealthyOptions } from "./actions/wait-healthy.js";
export type { Owner } from "./archive/archive-entry.js";
export type { ArchiveErrorCode } from "./archive/archive-error.js";
export type { FileContent, Pieces } from "./archive/measure-content.js";
export type { Files, FileWithDetails } from "./archive/pack-files.js";
export type { PathFilter } from "./archive/walk-directory.js";
export type { BuildSecret, BuildSecrets } from "./buildkit/build-secrets.js";
export type { Api, ApiAnswer } from "./client/api.js";
export type { AnyVersion } from "./client/api-version.js";
export type {
  CallFacts,
  ErrorMessage,
  RequestMessage,
  ResponseMessage,
  RetryMessage,
  StreamEndMessage,
} from "./client/call-messages.js";
export type { CallDeadlines, CallOptions } from "./client/call-options.js";
export type { Auth } from "./client/headers.js";
export type { ClientDeadlines, DockerOptions } from "./client/options.js";
export type { RegistryAuth, RegistryCredentials } from "./client/registry-auth.js";
export {
  ApiError,
  BadRequestError,
  ConflictError,
  ConnectionError,
  type ConnectionErrorCode,
  DockerError,
  ForbiddenError,
  InvalidArgumentError,
  NotFoundError,
  ProgressError,
  ProtocolError,
  ServerError,
  TimeoutError,
  type TimeoutPhase,
  UnauthorizedError,
  UnavailableError,
  UnsupportedVersionError,
} from "./errors.js";
// The API has types of the names BuildCache and Swarm.
export type { BuildCache as BuildCacheResource } from "./resources/build-cache.js";
export type { Configs } from "./resources/configs.js";
export type { Containers } from "./resources/containers.js";
export type { Distribution } from "./resources/distribution.js";
export type { EnginePing } from "./resources/engine-ping.js";
export type { StartExecOptions } from "./resources/exec.js";
export type { PulledImage, PullOptions } from "./resources/image-pull.js";
export type { Images } from "./resources/images.js";
export type { Networks } from "./resources/networks.js";
export type { Nodes } from "./resources/nodes.js";
export type { PathStat } from "./resources/path-stat.js";
export type { Plugins } from "./resources/plugins.js";
export type { Secrets } from "./resources/secrets.js";
export type { Services } from "./resources/services.js";
export type { OpenSessionOptions, Session } from "./resources/session.js";
export type { Swarm as SwarmResource } from "./resources/swarm.js";
export type { System } from "./resources/system.js";
export type { Tasks } from "./resources/tasks.js";
export type { Volumes } from "./resources/volumes.js";
export { BuildError } from "./streams/build-error.js";
export type {
  BuildEvent,
  BuildImage,
  BuildLog,
  BuildMessage,
  BuildStep,
  BuildTransfer,
  BuildWarning,
} from "./streams/build-event.js";
export type { BuildResult } from "./streams/build-progress.js";
export type { ByteStream } from "./streams/byte-stream.js";
export type { LogChunk } from "./streams/demultiplex.js";
export type { DuplexStream, TerminalSize } from "./streams/duplex-stream.js";
export type {
  ImportResult,
  LoadResult,
  PluginResult,
  PullResult,
  PushedTag,
  PushResult,
} from "./streams/image-progress.js";
export type { Job } from "./streams/job.js";
export type { JsonStream } from "./streams/json-stream.js";
export type { LinesOptions, LogLine } from "./streams/lines.js";
export type { CollectedOutput, LogStream, OutputLimit } from "./streams/log-stream.js";
export type { ProgressMessage, ProgressStep } from "./streams/progress.js";
export type {
  OrResumable,
  Resumable,
  ResumeOptions,
  StreamGap,
  StreamReconnect,
} from "./streams/resume-options.js";
export type { EndpointDescription, TlsDescription } from "./transport/describe-endpoint.js";
export type { Pem, TlsOptions } from "./transport/endpoint.js";
export type { RateLimitOptions } from "./transport/rate-limit.js";
export type { EndpointOptions } from "./transport/resolve-endpoint.js";
export type { RetryOptions } from "./transport/retry.js";
