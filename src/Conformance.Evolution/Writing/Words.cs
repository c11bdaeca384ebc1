using System.Globalization;
using System.Text;

namespace Conformance.Evolution.Writing;

/// <summary>Words that all formats share.</summary>
internal static class Words
{
    public static string Of(Impact impact) =>
        impact switch
        {
            Impact.Breaking => "breaking",
            Impact.NonBreaking => "non-breaking",
            _ => "documentation",
        };

    public static string? Of(Direction? direction) =>
        direction switch
        {
            Direction.ToProvider => "consumer to provider",
            Direction.ToConsumer => "provider to consumer",
            _ => null,
        };

    public static string Of(View view) => view.ToString().ToLowerInvariant();

    /// <summary><c>2 breaking, 1 non-breaking, 0 documentation</c>.</summary>
    public static string Counts(SpecificationComparison comparison, View view) =>
        string.Join(
            ", ",
            new[] { Impact.Breaking, Impact.NonBreaking, Impact.Documentation }.Select(impact =>
                string.Create(CultureInfo.InvariantCulture, $"{comparison.Count(impact, view)} {Of(impact)}")
            )
        );

    /// <summary>The version, and what is wrong with it.</summary>
    public static string Version(Versions.VersionCheck version) =>
        version.Problem
        ?? (
            version.Needed == Versions.VersionStep.None
                ? $"version {version.New ?? "(none)"} needs no step"
                : $"version {version.Old ?? "(none)"} -> {version.New}: a {Of(version.Needed)} step is needed, and was taken"
        );

    public static string Of(Versions.VersionStep step) => step.ToString().ToLowerInvariant();

    /// <summary>What a specification says is shown, but moves no cursor.</summary>
    public static string Printable(string text)
    {
        if (!text.Any(char.IsControl))
        {
            return text;
        }

        var safe = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            safe.Append(char.IsControl(c) ? '\uFFFD' : c);
        }

        return safe.ToString();
    }
}
