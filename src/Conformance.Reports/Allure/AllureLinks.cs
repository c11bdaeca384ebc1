using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Conformance.Reports.Wording;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Reports.Allure;

/// <summary>Links from a test to the line of the specification and to the standards behind it.</summary>
internal static partial class AllureLinks
{
    private const string Type = "link";

    /// <summary>The links of a requirement; a line has one only where the build server tells where sources can be read.</summary>
    /// <param name="requirement">The requirement.</param>
    /// <param name="server">The build server; null when there is none.</param>
    public static ImmutableArray<AllureLink> Of(Requirement requirement, BuildServer? server)
    {
        var line = SourceUrl(requirement.Location, server) is { } url
            ? (AllureLink[])[new($"{requirement.Location.File}:{requirement.Location.Line}", url, Type)]
            : [];
        return [.. line, .. requirement.References.Select(Standard).OfType<AllureLink>()];
    }

    private static string? SourceUrl(SourceLocation location, BuildServer? server)
    {
        if (server?.SourceUrl is not { } pattern || location.Line == 0)
        {
            return null;
        }

        if (SourcePath.Of(location, server) is not { } file)
        {
            return null;
        }

        return pattern
            .Replace("{file}", string.Join('/', file.Split('/').Select(Uri.EscapeDataString)), StringComparison.Ordinal)
            .Replace("{line}", location.Line.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    private static AllureLink? Standard(string reference)
    {
        var match = Rfc().Match(reference);
        if (!match.Success)
        {
            return null;
        }

        var section = match.Groups["section"] is { Success: true } s ? $"#section-{s.Value}" : "";
        return new(reference, $"https://www.rfc-editor.org/rfc/rfc{match.Groups["number"].Value}{section}", Type);
    }

    [GeneratedRegex(
        @"^RFC (?<number>[0-9]{1,5})(,? (section|§) ?(?<section>[0-9]+(\.[0-9]+)*))?$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Rfc();
}
