using Conformance.Execution.Http;
using Conformance.Execution.Recording;

namespace Conformance.Execution.Courtesy;

/// <summary>
/// Keeps every request that could change something from a production environment, whatever it is for: cases, states, the
/// test clock, webhooks, clean-up. Only tokens are asked for.
/// </summary>
/// <param name="options">How cases are carried out.</param>
/// <param name="token">The token endpoint; null for none.</param>
internal sealed class ReadOnlyGuard(ExecutionOptions options, Uri? token)
{
    private readonly bool isReadOnly = EnvironmentPermission.IsReadOnly(options);

    /// <summary>Why a request is not sent; null when it may be.</summary>
    public Obstacle? Refusal(OutgoingRequest request) =>
        !isReadOnly || request.Method is "GET" or "HEAD" or "OPTIONS" || request.Target == token
            ? null
            : new(
                ObstacleKind.NotAllowedHere,
                $"'{options.Environment!.Name.Value}' is a production environment and is only read from, so "
                    + $"{request.Method} {request.Target.AbsolutePath} was not sent; pass --allow-writes if that is intended.",
                null
            );
}
