using Conformance.Specification.Model;

namespace Conformance.Scenarios.Compiling;

/// <summary>Schemas of list answers: the array alone, or the field that holds it.</summary>
internal static class CollectionSchema
{
    /// <summary>The answer holds at most this many elements.</summary>
    public static SchemaNode AtMost(ResourceRole role, int count) =>
        Of(role, new() { Location = role.Location, MaxItems = count });

    /// <summary>The answer's array is as described.</summary>
    public static SchemaNode Of(ResourceRole role, SchemaNode array) =>
        role.CollectionField is not { } field
            ? array
            : new() { Location = role.Location, Properties = [new(new(field, role.Location), array, role.Location)] };
}
