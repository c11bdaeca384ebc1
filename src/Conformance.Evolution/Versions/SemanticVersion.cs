using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Conformance.Evolution.Versions;

/// <summary>A version as semver.org 2.0.0 has it.</summary>
/// <param name="Major">Incompatible changes.</param>
/// <param name="Minor">Compatible additions.</param>
/// <param name="Patch">Compatible corrections.</param>
/// <param name="PreRelease">What follows the hyphen; empty for a release.</param>
public sealed partial record SemanticVersion(BigInteger Major, BigInteger Minor, BigInteger Patch, string PreRelease)
{
    /// <summary>Reads a version; null when it is none.</summary>
    /// <param name="text">For example <c>1.4.0-rc.1</c>; build metadata is left out.</param>
    public static SemanticVersion? Parse(string text)
    {
        var match = Form().Match(text);
        return match.Success
            ? new SemanticVersion(
                Number(match.Groups["major"].Value),
                Number(match.Groups["minor"].Value),
                Number(match.Groups["patch"].Value),
                match.Groups["pre"].Value
            )
            : null;
    }

    /// <summary>The next release that takes a step. Before 1.0.0 a minor step is enough for everything that breaks.</summary>
    /// <param name="step">The step.</param>
    public SemanticVersion Next(VersionStep step) =>
        step switch
        {
            VersionStep.None => this,
            // 2.0.0-rc.1 is on its way to 2.0.0: what it prepares needs no further step.
            _ when PreRelease.Length > 0 && TakenBy(this with { PreRelease = "" }) >= step => this with
            {
                PreRelease = "",
            },
            VersionStep.Major when Major.IsZero => new SemanticVersion(0, Minor + 1, 0, ""),
            VersionStep.Major => new SemanticVersion(Major + 1, 0, 0, ""),
            VersionStep.Minor => new SemanticVersion(Major, Minor + 1, 0, ""),
            _ => new SemanticVersion(Major, Minor, Patch + 1, ""),
        };

    /// <summary>The step from one version to another.</summary>
    /// <param name="old">The older version.</param>
    /// <param name="now">The newer version.</param>
    public static VersionStep Between(SemanticVersion old, SemanticVersion now) =>
        now.Major != old.Major ? VersionStep.Major
        // Before 1.0.0 anything may change with the minor version.
        : now.Minor != old.Minor ? (now.Major.IsZero ? VersionStep.Major : VersionStep.Minor)
        : now.Patch != old.Patch ? VersionStep.Patch
        : now.PreRelease != old.PreRelease ? TakenBy(old)
        : VersionStep.None;

    /// <summary>By precedence (semver.org, rule 11): positive when this version comes after the other.</summary>
    /// <param name="other">The other version.</param>
    public int CompareTo(SemanticVersion other)
    {
        var release = (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));
        return release != 0 ? release : ComparePreRelease(PreRelease, other.PreRelease);
    }

    /// <inheritdoc />
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}.{Patch}")
        + (PreRelease.Length == 0 ? "" : $"-{PreRelease}");

    /// <summary>The step that a release on its way takes.</summary>
    private static VersionStep TakenBy(SemanticVersion version) =>
        !version.Patch.IsZero ? VersionStep.Patch
        : !version.Minor.IsZero && !version.Major.IsZero ? VersionStep.Minor
        : VersionStep.Major;

    private static BigInteger Number(string text) =>
        BigInteger.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    // semver.org, rule 11: a release is above its pre-releases; numbers rank below words, and by value.
    private static int ComparePreRelease(string a, string b)
    {
        if (a.Length == 0 || b.Length == 0)
        {
            return (a.Length == 0).CompareTo(b.Length == 0);
        }

        var (mine, its) = (a.Split('.'), b.Split('.'));
        for (var i = 0; i < Math.Min(mine.Length, its.Length); i++)
        {
            var (isNumber, isOther) = (mine[i].All(char.IsAsciiDigit), its[i].All(char.IsAsciiDigit));
            var order =
                isNumber && isOther ? Number(mine[i]).CompareTo(Number(its[i]))
                : isNumber != isOther ? isOther.CompareTo(isNumber)
                : string.CompareOrdinal(mine[i], its[i]);
            if (order != 0)
            {
                return order;
            }
        }

        return mine.Length.CompareTo(its.Length);
    }

    [GeneratedRegex(
        @"^(?<major>0|[1-9]\d*)\.(?<minor>0|[1-9]\d*)\.(?<patch>0|[1-9]\d*)(-(?<pre>[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*))?(\+[0-9A-Za-z.-]+)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex Form();
}
