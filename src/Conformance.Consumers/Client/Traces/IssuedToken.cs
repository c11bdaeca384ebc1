using System.Collections.Immutable;
using System.Text.Json;

namespace Conformance.Consumers.Client.Traces;

/// <summary>A token the client was given.</summary>
/// <param name="Text">The token.</param>
/// <param name="Call">The request it was given to.</param>
/// <param name="Lifetime">How long it lives, as the client was told; null when it was not.</param>
internal sealed record IssuedToken(string Text, SeenCall Call, TimeSpan? Lifetime)
{
    /// <summary>When it was given.</summary>
    public DateTimeOffset At => Call.EndedAt;

    /// <summary>When it ends; null when the client was not told.</summary>
    public DateTimeOffset? EndsAt => Lifetime is { } lifetime ? At + lifetime : null;

    /// <summary>The tokens of a trace in order.</summary>
    public static ImmutableArray<IssuedToken> In(ScriptTrace trace) =>
        [.. trace.TokenCalls.Where(c => c.Succeeded).Select(Read).OfType<IssuedToken>()];

    private static IssuedToken? Read(SeenCall call)
    {
        using var document = JsonDocument.Parse(call.Answer!.Body);
        var root = document.RootElement;
        if (!root.TryGetProperty("access_token", out var token) || token.GetString() is not { } text)
        {
            return null;
        }

        var lifetime =
            root.TryGetProperty("expires_in", out var seconds) && seconds.ValueKind is JsonValueKind.Number
                ? TimeSpan.FromSeconds(seconds.GetDouble())
                : (TimeSpan?)null;
        return new(text, call, lifetime);
    }
}
