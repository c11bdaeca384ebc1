using System.Collections.Immutable;
using System.Globalization;
using Conformance.Consumers.Client.Traces;
using Conformance.Simulator.Interventions;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Scripts;

/// <summary>
/// One error of the catalogue is answered: for good where the client must give up some time, a few times where it may
/// go on, once where it is told how long to wait.
/// </summary>
internal sealed class ErrorCodeScript : ClientScript
{
    private const int Unbounded = 3;
    private readonly ErrorCode _code;

    private ErrorCodeScript(string name, ErrorCode code)
        : base(name, $"{code.HttpStatus.Value} {code.Code.Value}: {Describe(code.Retry!)}.") => _code = code;

    /// <summary>A script for each error code whose strategy is known and that no other script is about.</summary>
    public static IEnumerable<ErrorCodeScript> Of(IntegrationSpecification specification) =>
        Names(specification).Select(pair => new ErrorCodeScript(pair.Value, pair.Key));

    /// <summary>The name of the script about an error code; null when there is none.</summary>
    public static string? NameFor(IntegrationSpecification specification, ErrorCode code) =>
        Names(specification).FirstOrDefault(pair => pair.Key.Code.Value == code.Code.Value).Value;

    /// <inheritdoc />
    public override Direction Perform(IntegrationSpecification specification, Habits habits)
    {
        var (status, text) = (_code.HttpStatus.Value, _code.Code.Value);
        var target = habits.TargetOf(_code);
        return _code.Retry switch
        {
            { Kind: RetryKind.AfterHeader } => First(
                target,
                1,
                _ => RefuseFor(status, text, ScriptTimes.RetryAfter.TotalSeconds.ToString(CultureInfo.InvariantCulture))
            ),
            { Kind: RetryKind.Backoff, MaxAttempts: null } => First(target, Unbounded, _ => Refuse(status, text)),
            _ => First(target, int.MaxValue, _ => Refuse(status, text)),
        };
    }

    private static ImmutableArray<KeyValuePair<ErrorCode, string>> Names(IntegrationSpecification specification)
    {
        var names = ImmutableArray.CreateBuilder<KeyValuePair<ErrorCode, string>>();
        foreach (var code in specification.ErrorCodes.Where(c => IsOwn(c, specification)))
        {
            var word = Word(code.HttpStatus.Value);
            var isFirst = names.All(n => n.Value != word);
            names.Add(new(code, isFirst ? word : $"{word}-{Kebab(code.Code.Value)}"));
        }

        return names.ToImmutable();
    }

    // Refreshing a token has scripts of its own where tokens are fetched; elsewhere nothing can be refreshed.
    private static bool IsOwn(ErrorCode code, IntegrationSpecification specification) =>
        code.Retry is { Kind: not RetryKind.OnceAfterRefresh }
        && specification.Endpoints.Any(e => e.Request is not null || e.Success is not null);

    private static string Word(int status) =>
        status switch
        {
            400 or 422 => "invalid",
            401 => "unauthorized",
            402 => "payment-required",
            403 => "forbidden",
            404 => "not-found",
            409 => "conflict",
            429 => "rate-limited",
            500 => "server-errors",
            503 => "unavailable",
            _ => string.Create(CultureInfo.InvariantCulture, $"status-{status}"),
        };

#pragma warning disable CA1308 // Names of scripts are written in lower case.
    private static string Kebab(string code) => code.Replace('_', '-').ToLowerInvariant();
#pragma warning restore CA1308

    private static string Describe(RetryStrategy strategy) =>
        strategy switch
        {
            { Kind: RetryKind.None } => "not to be repeated",
            { Kind: RetryKind.Reconcile } => "the state is to be read before anything else",
            { Kind: RetryKind.AfterHeader } => "to be repeated after Retry-After",
            { MaxAttempts: { } most } => string.Create(
                CultureInfo.InvariantCulture,
                $"to be repeated after growing pauses, {most} times at most"
            ),
            _ => "to be repeated after growing pauses",
        };
}
