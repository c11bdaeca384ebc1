using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Conformance;

/// <summary>
/// Reads <c>NAME=value</c> lines: empty lines and lines that begin with <c>#</c> are skipped, <c>export</c> before a
/// name is, and a value may stand in single or double quotes. No message ever repeats a value.
/// </summary>
public static partial class SecretsFile
{
    /// <summary>Reads a secrets file.</summary>
    /// <param name="path">Path of the file.</param>
    public static Attempt<ImmutableDictionary<string, string>> Read(string path)
    {
        try
        {
            return Parse(path, File.ReadAllLines(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refusal.Configuration($"The secrets file cannot be read: {e.Message}");
        }
    }

    private static Attempt<ImmutableDictionary<string, string>> Parse(string path, string[] lines)
    {
        var values = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var match = Assignment().Match(line);
            if (!match.Success)
            {
                return Refusal.Configuration($"{path}:{i + 1}: this line of the secrets file is not NAME=value.");
            }

            values[match.Groups["name"].Value] = Unquote(match.Groups["value"].Value);
        }

        return values.ToImmutable();
    }

    private static string Unquote(string value) =>
        value is ['"', .., '"'] or ['\'', .., '\''] && value.Length >= 2 ? value[1..^1] : value;

    [GeneratedRegex(@"^(?:export\s+)?(?<name>[A-Za-z_][A-Za-z0-9_]*)\s*=\s*(?<value>.*)$", RegexOptions.None, 10_000)]
    private static partial Regex Assignment();
}
