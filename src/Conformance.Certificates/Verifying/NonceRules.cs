using Conformance.Records;

namespace Conformance.Certificates.Verifying;

/// <summary>A witnessed run carries the certifier's number in every request: an older run cannot be passed off as this one.</summary>
internal static class NonceRules
{
    private const string Header = "X-Conformance-Nonce";

    public static IEnumerable<string> Problems(Statement statement, RunRecord record, VerifyOptions options)
    {
        var nonce = statement.Predicate.Conformance.Nonce;
        if (options.Nonce is { } expected && nonce != expected)
        {
            yield return nonce is null
                ? "The run was not witnessed: it has no nonce."
                : $"The nonce is '{nonce}', expected '{expected}': this is the certificate of another occasion.";
        }

        if (record.Manifest.Nonce != nonce)
        {
            yield return $"The nonce of the record is '{record.Manifest.Nonce}', the statement says '{nonce}'.";
        }

        if (nonce is not null && WithoutIt(record, nonce) is { } id)
        {
            yield return $"A request of {id} does not carry the nonce: it was not sent on this occasion.";
        }
    }

    private static string? WithoutIt(RunRecord record, string nonce) =>
        record
            .Cases.FirstOrDefault(c =>
                c.CarriedOut?.Exchanges.Any(e =>
                    e.Delivery is null
                    && (e.Response is not null || e.Failure is not null)
                    && !e.Request.Headers.Any(h => h.Name == Header && h.Value == nonce)
                ) == true
            )
            ?.Id;
}
