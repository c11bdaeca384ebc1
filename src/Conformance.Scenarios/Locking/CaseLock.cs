using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Conformance.Scenarios.Cases;

namespace Conformance.Scenarios.Locking;

/// <summary>
/// The case lock file: one line for each case, digest and id, sorted by id, so that an upgrade of the tool or of the
/// specification shows in a diff which cases came, went or changed.
/// </summary>
public static class CaseLock
{
    private const string Header =
        "# Conformance case lock, version 1: digest and id of every case. Written by `conformance list --lock`.";
    private const int DigestLength = 64;

    /// <summary>The content of the lock file of these cases.</summary>
    /// <param name="cases">The cases.</param>
    public static string TextOf(IEnumerable<ContractCase> cases)
    {
        var text = new StringBuilder().Append(Header).Append('\n');
        foreach (var contractCase in cases.OrderBy(c => c.Id, StringComparer.Ordinal))
        {
            text.Append(CaseDigest.Of(contractCase)).Append("  ").Append(contractCase.Id).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Lower-case hex SHA-256 over the lock file of these cases.</summary>
    /// <param name="cases">The cases.</param>
    public static string DigestOf(IEnumerable<ContractCase> cases) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(TextOf(cases))));

    /// <summary>Compares cases with a lock file.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="cases">The cases.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<CaseLockComparison> CompareAsync(
        string path,
        IEnumerable<ContractCase> cases,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            return Compare(path, await File.ReadAllTextAsync(path, cancellationToken), cases);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Unreadable(
                $"{path}: the case lock file cannot be read: {error.Message} Write it with `conformance list --lock`."
            );
        }
    }

    /// <summary>Compares cases with the content of a lock file.</summary>
    /// <param name="name">Name of the file, for messages.</param>
    /// <param name="text">Its content.</param>
    /// <param name="cases">The cases.</param>
    public static CaseLockComparison Compare(string name, string text, IEnumerable<ContractCase> cases)
    {
        var locked = new Dictionary<string, string>(StringComparer.Ordinal);
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd('\r');
            if (line.Length == 0 || line.StartsWith('#'))
            {
                continue;
            }

            if (!TryRead(line, out var digest, out var id) || !locked.TryAdd(id, digest))
            {
                var at = (i + 1).ToString(CultureInfo.InvariantCulture);
                return Unreadable(
                    $"{name}:{at}: expected a SHA-256 digest, two spaces and a case id that no other line has; found '{Short(line)}'. Write the file anew with `conformance list --lock`."
                );
            }
        }

        return locked.Count == 0
            ? Unreadable($"{name}: the case lock file names no case. Write it with `conformance list --lock`.")
            : Compare(locked, cases.ToDictionary(c => c.Id, CaseDigest.Of, StringComparer.Ordinal));
    }

    private static CaseLockComparison Compare(Dictionary<string, string> locked, Dictionary<string, string> actual) =>
        new(
            Sorted(actual.Keys.Where(id => !locked.ContainsKey(id))),
            Sorted(locked.Keys.Where(id => !actual.ContainsKey(id))),
            Sorted(actual.Where(a => locked.TryGetValue(a.Key, out var digest) && digest != a.Value).Select(a => a.Key))
        );

    private static bool TryRead(string line, out string digest, out string id)
    {
        var isForm = line.Length > DigestLength + 2 && line.AsSpan(DigestLength, 2) is "  ";
        digest = isForm ? line[..DigestLength] : "";
        id = isForm ? line[(DigestLength + 2)..] : "";
        return isForm && digest.All(char.IsAsciiHexDigitLower);
    }

    private static CaseLockComparison Unreadable(string problem) => new([], [], []) { Problem = problem };

    private static ImmutableArray<string> Sorted(IEnumerable<string> ids) => [.. ids.Order(StringComparer.Ordinal)];

    private static string Short(string line) => line.Length <= 60 ? line : $"{line[..60]}...";
}
