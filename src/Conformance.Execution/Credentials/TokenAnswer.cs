using System.Globalization;
using System.Text.Json;
using Conformance.Execution.Recording;
using Conformance.Execution.Secrets;

namespace Conformance.Execution.Credentials;

/// <summary>
/// Reads token responses as leniently as a client can; whether they keep to RFC 6749 is judged by checks, not here.
/// </summary>
internal sealed class TokenAnswer(TimeSpan? declaredLifetime, SecretMask mask)
{
    // A hundred years: beyond any token, and far enough from what a date can hold.
    private const double LongestLifetime = 3_153_600_000;

    /// <summary>The token of a response, or why it has none.</summary>
    public CredentialOutcome Read(RecordedResponse response, DateTimeOffset sentAt, Uri target)
    {
        var place = target.GetLeftPart(UriPartial.Path);
        if (response.Status is < 200 or >= 300)
        {
            return Refused($"The token endpoint {place} answered {response.Status}{Detail(response)}");
        }

        if (TokenIn(response) is not { } token)
        {
            return Refused(
                $"The token endpoint {place} answered {response.Status} with {Kind(response)}, but no access_token in a JSON object"
            );
        }

        if (token.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return Refused(
                $"The token endpoint {place} answered with an access_token that no header can carry: it has other characters than "
                    + "visible ASCII (RFC 6749 appendix A.12)"
            );
        }

        var lifetime = LifetimeIn(response) ?? declaredLifetime;
        var credential = new Credential(token)
        {
            ObtainedAt = sentAt,
            ExpiresAt = lifetime is { } t ? sentAt + t : null,
        };
        return new(credential, null);
    }

    /// <summary>The token of a response, remembered as a secret; null when there is none.</summary>
    public string? TokenIn(RecordedResponse response)
    {
        var token = StringIn(response, "access_token");
        mask.AddIssued("an access token of the target", token);
        mask.AddIssued("a refresh token of the target", StringIn(response, "refresh_token"));
        return string.IsNullOrEmpty(token) ? null : token;
    }

    /// <summary>The lifetime a response declares, as a number or as digits; null when it declares none.</summary>
    public static TimeSpan? LifetimeIn(RecordedResponse response)
    {
        var text = StringIn(response, "expires_in");
        return
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
            && seconds is >= 0 and <= LongestLifetime
            ? TimeSpan.FromSeconds(seconds)
            : null;
    }

    private static string? StringIn(RecordedResponse response, string member) =>
        JsonBody.Parse(response.Body) is { ValueKind: JsonValueKind.Object } body
        && body.TryGetProperty(member, out var value)
        && value.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? value.ToString()
            : null;

    private static string Detail(RecordedResponse response)
    {
        var error = StringIn(response, "error");
        return error is null ? $" with {Kind(response)}" : $" ({Excerpt.Of(error)})";
    }

    private static string Kind(RecordedResponse response) =>
        response.MediaType switch
        {
            "text/html" => "an HTML page (is the base URL that of the API?)",
            null => "no content type",
            var other => Excerpt.Of(other),
        };

    private CredentialOutcome Refused(string what) =>
        CredentialOutcome.Failed(
            new Obstacle(
                ObstacleKind.NoCredential,
                mask.Apply(what + ". Check the client id and secret, and the token URL (--token-url)."),
                null
            )
        );
}
