using System.Globalization;
using System.Text.RegularExpressions;
using Conformance.Specification.Model;

namespace Conformance.Reports.Wording;

/// <summary>Where the line of a specification, and the standard behind it, can be read.</summary>
internal static partial class RequirementLinks
{
    /// <summary>URL of a line of the specification; null where the build server does not tell where sources can be read.</summary>
    /// <param name="location">The line.</param>
    /// <param name="server">The build server; null when there is none.</param>
    public static string? OfLine(SourceLocation location, BuildServer? server)
    {
        return server?.SourceUrl is { } pattern && location.Line > 0 && SourcePath.Of(location, server) is { } file
            ? pattern
                .Replace(
                    "{file}",
                    string.Join('/', file.Split('/').Select(Uri.EscapeDataString)),
                    StringComparison.Ordinal
                )
                .Replace("{line}", location.Line.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            : null;
    }

    /// <summary>URL of a section of an RFC; null for other references.</summary>
    /// <param name="reference">For example <c>RFC 9110 section 15.3.2</c>.</param>
    public static string? OfStandard(string reference)
    {
        var match = Rfc().Match(reference);
        if (!match.Success)
        {
            return null;
        }

        var section = match.Groups["section"] is { Success: true } s ? $"#section-{s.Value}" : "";
        return $"https://www.rfc-editor.org/rfc/rfc{match.Groups["number"].Value}{section}";
    }

    [GeneratedRegex(
        @"^RFC (?<number>[0-9]{1,5})(,? (section|§) ?(?<section>[0-9]+(\.[0-9]+)*))?$",
        RegexOptions.IgnoreCase,
        10_000
    )]
    private static partial Regex Rfc();
}
