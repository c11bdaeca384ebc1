using Conformance.Certificates.Bundles;

namespace Conformance.Certificates.Verifying;

/// <summary>The bundle holds the files that were signed, byte for byte, and no others.</summary>
internal static class FileRules
{
    private static readonly string[] Needed =
    [
        BundleFiles.Manifest,
        BundleFiles.Lines,
        BundleFiles.Page,
        BundleFiles.Badge,
    ];

    public static IEnumerable<string> Problems(BundleFiles files, Statement statement)
    {
        var signed = statement.Predicate.Configuration;
        foreach (var file in signed)
        {
            if (!files.Contents.TryGetValue(file.Name, out var content))
            {
                yield return $"{file.Name} is missing.";
            }
            else if (file.Digest.GetValueOrDefault("sha256") != BundleFiles.DigestOf(content))
            {
                yield return $"{file.Name} was changed after the certificate was signed: its SHA-256 is another one.";
            }
        }

        var names = signed.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var extra in files.Contents.Keys.Where(n => n != BundleFiles.Envelope && !names.Contains(n)))
        {
            yield return $"{extra} is no part of the certificate: it was added after it was signed.";
        }

        foreach (var needed in Needed.Where(n => !names.Contains(n)))
        {
            yield return $"The certificate does not cover {needed}.";
        }
    }
}
