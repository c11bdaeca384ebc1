namespace Conformance.Evolution.Rules.Endpoints;

/// <summary>What it means that a part of a request comes, goes, or becomes required.</summary>
internal static class Presence
{
    /// <summary>Compares whether a part is required; null where there is no such part.</summary>
    public static (Impacts Impacts, string Words)? Of(bool? old, bool? now) =>
        (old, now) switch
        {
            (null, true) => (Impacts.OnConsumers, "is new, and required"),
            (null, false) => (Impacts.OnProvider, "is new, and optional"),
            (not null, null) => (Impacts.OnConsumers, "is gone"),
            (false, true) => (Impacts.OnConsumers, "has become required"),
            (true, false) => (Impacts.OnProvider, "has become optional"),
            _ => null,
        };
}
