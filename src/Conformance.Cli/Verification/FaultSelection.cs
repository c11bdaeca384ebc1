using System.Collections.Immutable;
using System.IO.Enumeration;
using System.Text.Json;
using Conformance.Simulator.Faults;
using Conformance.Specification.Diagnostics;

namespace Conformance.Cli.Verification;

/// <summary>The faults that words on the command line stand for: names, areas, and patterns with <c>*</c>.</summary>
/// <param name="Faults">In the order of the catalogue; never empty.</param>
internal sealed record FaultSelection(ImmutableArray<Fault> Faults)
{
    /// <summary>The faults that are meant.</summary>
    /// <param name="words">Words separated by commas; null for all faults.</param>
    public static Attempt<FaultSelection> Of(string? words)
    {
        if (words is null)
        {
            return new FaultSelection(FaultCatalog.All);
        }

        var wanted = words.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (wanted.FirstOrDefault(w => !FaultCatalog.All.Any(f => Means(w, f))) is { } unknown)
        {
            return Unknown(unknown, "simulate --list-faults");
        }

        return wanted.Length == 0
            ? Refusal.Configuration("--faults names no fault.", "simulate --list-faults shows all.")
            : new FaultSelection([.. FaultCatalog.All.Where(f => wanted.Any(w => Means(w, f)))]);
    }

    /// <summary>An area as it is written on the command line and in reports.</summary>
    public static string AreaName(FaultArea area) => JsonNamingPolicy.KebabCaseLower.ConvertName(area.ToString());

    /// <summary>The refusal of a name that is not known.</summary>
    /// <param name="name">The name.</param>
    /// <param name="listing">How the known ones are listed.</param>
    public static Refusal Unknown(string name, string listing)
    {
        ImmutableArray<string> known = [.. FaultCatalog.All.Select(f => f.Name)];
        return Refusal.Configuration(
            $"There is no fault '{name}'.",
            NearestWord.Among(known, name) is { } nearest
                ? $"Did you mean '{nearest}'? {listing} shows all."
                : $"{listing} shows all."
        );
    }

    private static bool Means(string word, Fault fault) =>
        word == AreaName(fault.Area) || FileSystemName.MatchesSimpleExpression(word, fault.Name, ignoreCase: false);
}
