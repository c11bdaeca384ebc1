using System.Collections.Concurrent;
using System.Collections.Immutable;
using Conformance.Execution.Courtesy;
using Conformance.Execution.Http;
using Conformance.Execution.Recording;
using Conformance.Execution.States;
using Conformance.Execution.Steps;
using Conformance.Specification.Model;

namespace Conformance.Execution.Credentials;

/// <summary>Asks the token endpoint for tokens, with the retries that the specification declares.</summary>
internal sealed class TokenEndpointClient(
    TokenRequest requests,
    TokenAnswer answers,
    TokenRefresh? refresh,
    TargetChannel channel,
    TargetClock clock,
    TimeProvider time
)
{
    // After a refusal nobody asks again: repeating wrong credentials locks clients out. After an outage, not at once.
    private static readonly TimeSpan OutageMemory = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<string, (Obstacle Obstacle, long? Since)> failures = new();

    /// <summary>A new token for these scopes; null for those the specification declares.</summary>
    public async Task<CredentialOutcome> FetchAsync(
        ImmutableArray<string>? scopes,
        CaseContext context,
        CancellationToken cancellationToken
    )
    {
        var memory = scopes is { } asked ? string.Join(' ', asked) : "declared";
        if (Remembered(memory) is { } known)
        {
            return CredentialOutcome.Failed(known);
        }

        var (request, problem) = requests.Compose(scopes);
        if (request is null)
        {
            return CredentialOutcome.Failed(problem!);
        }

        var outcome = await SendAsync(request, context, cancellationToken);
        if (
            outcome.Obstacle is { Kind: not ObstacleKind.RunLimit } failure
            && !cancellationToken.IsCancellationRequested
        )
        {
            failures[memory] = (failure, failure.Kind is ObstacleKind.TargetUnreachable ? time.GetTimestamp() : null);
        }

        return outcome;
    }

    private Obstacle? Remembered(string memory)
    {
        if (!failures.TryGetValue(memory, out var failure))
        {
            return null;
        }

        return failure.Since is not { } since || time.GetElapsedTime(since) < OutageMemory ? failure.Obstacle : null;
    }

    private async Task<CredentialOutcome> SendAsync(
        OutgoingRequest request,
        CaseContext context,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 0; ; attempt++)
        {
            var sentAt = clock.Now;
            var outcome = await channel.SendAsync(request, cancellationToken);
            if (outcome.Wire is { } wire)
            {
                context.Log.Add(new(context.Step, ExchangePurpose.Token), request, wire);
            }

            if (outcome.Response is { } response && !IsWorthRepeating(response.Status))
            {
                return answers.Read(response, sentAt, request.Target);
            }

            if (outcome.Obstacle is { } refused || attempt >= (refresh?.RetryAttempts?.Value ?? 0))
            {
                return CredentialOutcome.Failed(outcome.Obstacle ?? Unavailable(outcome, attempt + 1));
            }

            await PauseAsync(outcome.Response, context, cancellationToken);
        }
    }

    private async Task PauseAsync(RecordedResponse? response, CaseContext context, CancellationToken cancellationToken)
    {
        var told = response is null ? null : RetryAfter.Of(response, clock.Now);
        var pause = told ?? refresh?.RetryDelay?.Value ?? TimeSpan.Zero;
        context.Log.Note($"The token request was repeated after {pause.TotalSeconds:0.#} s.");
        await Task.Delay(clock.Bounded(pause), time, cancellationToken);
    }

    private static bool IsWorthRepeating(int status) => status is >= 500 or 429;

    private static Obstacle Unavailable(SendOutcome outcome, int attempts)
    {
        var what = outcome.Response is { } response
            ? $"answered {response.Status}"
            : $"gave no usable answer ({outcome.Wire?.Failure?.Message})";
        var times = attempts == 1 ? "" : $" {attempts} times in a row";
        return new(ObstacleKind.TargetUnreachable, $"The token endpoint {what}{times}.", null);
    }
}
