using System.Collections.Immutable;

namespace Conformance.Simulator.Faults;

/// <summary>All faults that can be switched on. Adding one is adding its class to this folder.</summary>
public static class FaultCatalog
{
    /// <summary>Every fault, by area and name.</summary>
    public static ImmutableArray<Fault> All { get; } =
    [
        .. typeof(Fault)
            .Assembly.GetTypes()
            .Where(t => t.IsSealed && t.IsSubclassOf(typeof(Fault)))
            .Select(t => (Fault)Activator.CreateInstance(t, nonPublic: true)!)
            .OrderBy(f => f.Area)
            .ThenBy(f => f.Name, StringComparer.Ordinal),
    ];

    /// <summary>The fault of that name, or null.</summary>
    /// <param name="name">Name in kebab case.</param>
    public static Fault? Find(string name) => All.FirstOrDefault(f => f.Name == name);

    /// <summary>The faults of these names.</summary>
    /// <param name="names">Names in kebab case.</param>
    /// <exception cref="ArgumentException">A name is not known; the message lists the ones that are.</exception>
    internal static FaultSet Select(IEnumerable<string> names)
    {
        var wanted = names.Distinct(StringComparer.Ordinal).ToList();
        var unknown = wanted.Where(n => Find(n) is null).ToList();
        return unknown.Count == 0
            ? new FaultSet([.. wanted.Select(n => Find(n)!)])
            : throw new ArgumentException(
                $"Unknown fault {string.Join(", ", unknown.Select(u => $"'{u}'"))}. "
                    + $"Known faults: {string.Join(", ", All.Select(f => f.Name).Order(StringComparer.Ordinal))}.",
                nameof(names)
            );
    }
}
