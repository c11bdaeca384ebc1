using System.Collections.Immutable;
using Conformance.Consumers.Client.Scripts;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client;

/// <summary>The scripts that are played.</summary>
/// <param name="Scripts">Ordinary traffic first, whether it was asked for or not.</param>
internal sealed record ScriptSelection(ImmutableArray<ClientScript> Scripts)
{
    /// <summary>Picks scripts by name.</summary>
    /// <param name="specification">Decides which there are.</param>
    /// <param name="names">The names; empty for all.</param>
    public static Attempt<ScriptSelection> Of(IntegrationSpecification specification, ImmutableArray<string> names)
    {
        var all = AllScripts.Of(specification);
        if (names.FirstOrDefault(n => all.All(s => s.Name != n)) is { } unknown)
        {
            ImmutableArray<string> known = [.. all.Select(s => s.Name)];
            return Refusal.Configuration(
                $"There is no script '{unknown}' for this specification.",
                NearestWord.Among(known, unknown) is { } nearest
                    ? $"Did you mean '{nearest}'? --list-scripts shows all."
                    : "--list-scripts shows all."
            );
        }

        return new ScriptSelection(
            names.IsEmpty ? all : [.. all.Where(s => s.Name == Ordinary.Title || names.Contains(s.Name))]
        );
    }
}
