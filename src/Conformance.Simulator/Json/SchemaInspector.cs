using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Json;

/// <summary>Finds everything in a value that its schema does not allow.</summary>
/// <param name="schemas">Resolves references.</param>
internal sealed class SchemaInspector(SchemaIndex schemas)
{
    private const int MaxViolations = 1000;
    private const int MaxDepth = 200;

    /// <summary>All violations, in document order of the value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="schema">What it must be.</param>
    /// <param name="path">Path of the value; empty for a body.</param>
    public ImmutableArray<Violation> Inspect(JsonElement value, SchemaNode schema, string path = "")
    {
        var found = new List<Violation>();
        Visit(value, schema, path, found, 0);
        return [.. found.Distinct().Take(MaxViolations)];
    }

    private void Visit(JsonElement value, SchemaNode schema, string path, List<Violation> found, int depth)
    {
        if (depth > MaxDepth || found.Count >= MaxViolations)
        {
            return;
        }

        if (!ValueRules.HasType(value, schema.Types))
        {
            found.Add(new(Name(path), "type", $"Must be {ValueRules.Describe(schema.Types)}"));
            return;
        }

        found.AddRange(ValueRules.Broken(value, schema).Select(b => new Violation(Name(path), b.Keyword, b.Message)));
        VisitParts(value, schema, path, found, depth + 1);
        VisitChoices(value, schema, path, found, depth + 1);
        if (value.ValueKind is JsonValueKind.Object)
        {
            VisitObject(value, schema, path, found, depth + 1);
        }
        else if (value.ValueKind is JsonValueKind.Array)
        {
            VisitArray(value, schema, path, found, depth + 1);
        }
    }

    private void VisitParts(JsonElement value, SchemaNode schema, string path, List<Violation> found, int depth)
    {
        foreach (var part in schemas.Target(schema) is { } target ? schema.AllOf.Insert(0, target) : schema.AllOf)
        {
            Visit(value, part, path, found, depth);
        }
    }

    private void VisitChoices(JsonElement value, SchemaNode schema, string path, List<Violation> found, int depth)
    {
        bool Holds(SchemaNode part)
        {
            var inner = new List<Violation>();
            Visit(value, part, path, inner, depth);
            return inner.Count == 0;
        }

        if (!schema.AnyOf.IsEmpty && !schema.AnyOf.Any(Holds))
        {
            found.Add(new(Name(path), "anyOf", "Must match at least one of the allowed forms"));
        }

        if (!schema.OneOf.IsEmpty && schema.OneOf.Count(Holds) != 1)
        {
            found.Add(new(Name(path), "oneOf", "Must match exactly one of the allowed forms"));
        }

        if (schema.Not is { } not && Holds(not))
        {
            found.Add(new(Name(path), "not", "Must not have this form"));
        }

        if (schema.If is { } condition && (Holds(condition) ? schema.Then : schema.Else) is { } consequence)
        {
            Visit(value, consequence, path, found, depth);
        }
    }

    private void VisitObject(JsonElement value, SchemaNode schema, string path, List<Violation> found, int depth)
    {
        foreach (var property in schema.Properties)
        {
            var name = property.Name.Value;
            var inner = path.Length == 0 ? name : $"{path}.{name}";
            if (value.TryGetProperty(name, out var member))
            {
                if (!property.Schema.ReadOnly)
                {
                    Visit(member, property.Schema, inner, found, depth);
                }
            }
            else if (property.IsRequired && !property.Schema.ReadOnly)
            {
                found.Add(new(inner, "required", "Is required"));
            }
        }

        found.AddRange(
            from pair in schema.DependentRequired
            where value.TryGetProperty(pair.Key, out _)
            from name in pair.Value
            where !value.TryGetProperty(name, out _)
            select new Violation(
                path.Length == 0 ? name : $"{path}.{name}",
                "dependentRequired",
                $"Is required with {pair.Key}"
            )
        );
        foreach (var member in value.EnumerateObject())
        {
            VisitOtherMember(member, schema, path.Length == 0 ? member.Name : $"{path}.{member.Name}", found, depth);
        }
    }

    private void VisitOtherMember(JsonProperty member, SchemaNode schema, string path, List<Violation> found, int depth)
    {
        if (schema.PropertyNames is { } names)
        {
            Visit(JsonSerializer.SerializeToElement(member.Name), names, path, found, depth);
        }

        var patterns = schema.PatternProperties.Where(p => EcmaText.IsMatch(p.Key, member.Name)).ToList();
        patterns.ForEach(p => Visit(member.Value, p.Value, path, found, depth));
        if (patterns.Count > 0 || schemas.Properties(schema).Any(p => p.Name.Value == member.Name))
        {
            return;
        }

        if (schema.AdditionalPropertiesAllowed is false)
        {
            found.Add(new(path, "additionalProperties", "Is not a known field"));
        }
        else if (schema.AdditionalProperties is { } additional)
        {
            Visit(member.Value, additional, path, found, depth);
        }
    }

    private void VisitArray(JsonElement value, SchemaNode schema, string path, List<Violation> found, int depth)
    {
        var index = 0;
        var contained = false;
        foreach (var item in value.EnumerateArray())
        {
            var rule = index < schema.PrefixItems.Length ? schema.PrefixItems[index] : schema.Items;
            if (rule is not null)
            {
                Visit(item, rule, $"{path}[{index}]", found, depth);
            }

            contained = contained || schema.Contains is null || Inspect(item, schema.Contains).IsEmpty;
            index++;
        }

        if (schema.Contains is not null && !contained)
        {
            found.Add(new(Name(path), "contains", "Must contain an element of the required form"));
        }
    }

    private static string Name(string path) => path.Length == 0 ? "body" : path;
}
