using Conformance.Simulator.Json;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Resources;

/// <summary>The plainest number that keeps to a schema's bounds.</summary>
internal static class PlainNumber
{
    /// <summary>The number.</summary>
    public static decimal For(SchemaNode schema, SchemaIndex schemas)
    {
        var step =
            schemas.First(schema, p => p.MultipleOf) ?? (schemas.Types(schema).HasFlag(JsonTypes.Number) ? 0.01m : 1m);
        var (minimum, above) = (schemas.First(schema, p => p.Minimum), schemas.First(schema, p => p.ExclusiveMinimum));
        var (maximum, below) = (schemas.First(schema, p => p.Maximum), schemas.First(schema, p => p.ExclusiveMaximum));
        var floor = Math.Max(minimum ?? decimal.MinValue, above + step ?? decimal.MinValue);
        var ceiling = Math.Min(maximum ?? decimal.MaxValue, below - step ?? decimal.MaxValue);
        var wanted = Math.Clamp(1m, Math.Min(floor, ceiling), ceiling);
        return step > 0 && wanted % step != 0 ? Math.Ceiling(wanted / step) * step : wanted;
    }
}
