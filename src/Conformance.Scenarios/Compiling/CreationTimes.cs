using System.Text.RegularExpressions;

namespace Conformance.Scenarios.Compiling;

/// <summary>Fields that tell when a resource was created, by their name.</summary>
public static partial class CreationTimes
{
    /// <summary>Whether the name says so: <c>created_at</c>, <c>createdAt</c>, <c>creation_time</c>.</summary>
    /// <param name="field">Name of the field.</param>
    public static bool IsOne(string field) => Name().IsMatch(field);

    [GeneratedRegex(
        "^(created|creation)_?(at|on|time|date|timestamp)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Name();
}
