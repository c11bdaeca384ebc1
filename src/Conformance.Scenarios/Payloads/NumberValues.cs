using Bogus;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Payloads;

/// <summary>Numbers of a schema, in decimal arithmetic throughout.</summary>
internal static class NumberValues
{
    /// <summary>Whether the schema admits only whole numbers.</summary>
    public static bool IsInteger(SchemaNode schema) =>
        schema.Types.HasFlag(JsonTypes.Integer) && !schema.Types.HasFlag(JsonTypes.Number);

    /// <summary>The distance between a value and its neighbour: the multiple, one for integers, or a small fraction.</summary>
    public static decimal StepOf(SchemaNode schema) => schema.MultipleOf ?? (IsInteger(schema) ? 1m : 0.01m);

    /// <summary>The least valid value; null when there is no bound below.</summary>
    public static decimal? LeastOf(SchemaNode schema)
    {
        var step = StepOf(schema);
        decimal? least = schema.Minimum is { } minimum ? Math.Ceiling(minimum / step) * step : null;
        decimal? above = schema.ExclusiveMinimum is { } bound ? (Math.Floor(bound / step) + 1) * step : null;
        return least > above ? least : above ?? least;
    }

    /// <summary>The greatest valid value; null when there is no bound above.</summary>
    public static decimal? GreatestOf(SchemaNode schema)
    {
        var step = StepOf(schema);
        decimal? greatest = schema.Maximum is { } maximum ? Math.Floor(maximum / step) * step : null;
        decimal? below = schema.ExclusiveMaximum is { } bound ? (Math.Ceiling(bound / step) - 1) * step : null;
        return greatest < below ? greatest : below ?? greatest;
    }

    /// <summary>A valid value, small where the bounds allow it.</summary>
    public static decimal Valid(SchemaNode schema, Faker faker)
    {
        var step = StepOf(schema);
        var least = LeastOf(schema) ?? Math.Min(GreatestOf(schema) ?? step, step);
        var room = ((GreatestOf(schema) ?? least + 100 * step) - least) / step;
        return least + step * faker.Random.Int(0, (int)Math.Clamp(room, 0, 100));
    }
}
