using Conformance.Records;

namespace Conformance.Certificates.Verifying;

/// <summary>The evidence comes from the target that the statement names.</summary>
internal static class TargetRules
{
    private const int MostTold = 3;

    public static IEnumerable<string> Problems(Statement statement, RunRecord record, VerifyOptions options)
    {
        var run = statement.Predicate.Conformance;
        var target = record.Manifest.Target;
        if (options.Target is { } expected && !IsSame(run.Target, expected))
        {
            yield return $"The certificate is about {run.Target ?? "the built-in simulator"}, not about {expected}.";
        }

        if (target.BaseUrl?.ToString() != run.Target || (target.BaseUrl is null && !target.IsSimulated))
        {
            yield return $"The record is of {target.BaseUrl?.ToString() ?? "a target without an address"}, the statement says {run.Target ?? "the built-in simulator"}.";
        }

        foreach (
            var segment in record.Manifest.Segments.Where(s =>
                target.BaseUrl is not null && s.BaseUrl != target.BaseUrl
            )
        )
        {
            yield return $"The record is of {target.BaseUrl}, and was made at {segment.BaseUrl}.";
        }

        var subject = StatementWriting.SubjectOf(run);
        if (
            !statement
                .Subject.Select(s => (s.Name, s.Digest.GetValueOrDefault("sha256")))
                .SequenceEqual(subject.Select(s => (s.Name, s.Digest.GetValueOrDefault("sha256"))))
        )
        {
            yield return "The subject of the statement is not what it is about: contract and target have other digests.";
        }

        foreach (var elsewhere in Elsewhere(record).Take(MostTold))
        {
            yield return elsewhere;
        }
    }

    // Operations are called below the base URL; tokens may come from elsewhere.
    private static IEnumerable<string> Elsewhere(RunRecord record)
    {
        foreach (var contractCase in record.Cases)
        {
            var origin = record.Manifest.Segments[contractCase.Segment].BaseUrl.GetLeftPart(UriPartial.Authority);
            var other = contractCase.CarriedOut?.Exchanges.FirstOrDefault(e =>
                e is { Endpoint: not null, Delivery: null }
                && !e.Request.Url.StartsWith(origin + "/", StringComparison.Ordinal)
            );
            if (other is not null)
            {
                yield return $"{contractCase.Id} was not carried out at {origin}: its evidence is of {other.Request.Url}.";
            }
        }
    }

    private static bool IsSame(string? certified, Uri expected) =>
        Uri.TryCreate(certified, UriKind.Absolute, out var url)
        && url.AbsoluteUri.TrimEnd('/') == expected.AbsoluteUri.TrimEnd('/');
}
