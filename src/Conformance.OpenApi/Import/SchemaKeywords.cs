using System.Collections.Frozen;
using Conformance.Specification.Drafts;
using Conformance.Specification.Schemas;
using Conformance.Specification.Yaml;

namespace Conformance.OpenApi.Import;

/// <summary>Keywords that hold no schemas. What the dialect does not know, or could not use, is left out and said.</summary>
internal static class SchemaKeywords
{
    private static readonly FrozenSet<string> Types = new[]
    {
        "object",
        "array",
        "string",
        "number",
        "integer",
        "boolean",
        "null",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> Counts = new[]
    {
        "minLength",
        "maxLength",
        "minItems",
        "maxItems",
        "minProperties",
        "maxProperties",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> Numbers = new[]
    {
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "exclusiveMaximum",
        "multipleOf",
    }.ToFrozenSet();

    // Said elsewhere, or nothing that a value could be judged by.
    private static readonly FrozenSet<string> Silent = new[]
    {
        "nullable",
        "$schema",
        "$id",
        "$comment",
        "$anchor",
        "$defs",
        "definitions",
    }.ToFrozenSet();

    /// <summary>The keyword's value in the dialect; null when it is left out.</summary>
    public static Draft? Of(string keyword, YamlNode value, YamlMapping owner, ImportContext context)
    {
        var scalar = value as YamlScalar;
        switch (keyword)
        {
            case "type":
                return Type(value, context);
            case "title" or "description" when scalar is { IsNull: false }:
            case "default" or "const":
            case "enum" when value is YamlSequence:
                return keyword == "enum" ? Enum(owner, (YamlSequence)value) : DraftBuilder.Copy(value);
            case "readOnly" or "writeOnly" or "deprecated" or "uniqueItems" when Boolean(scalar) is not null:
            case "required" when value is YamlSequence:
            case "dependentRequired" when value is YamlMapping:
                return keyword == "required" ? Required(owner, context) : DraftBuilder.Copy(value);
            case "example" when Nodes.HoldsReference(value):
                context.Ledger.Left(ImportKinds.Examples, "example", Nodes.ReferenceInside, value.Location);
                return null;
            case "example":
                context.Ledger.Carried(ImportKinds.Examples);
                return DraftBuilder.Copy(value);
            case "examples" when value is YamlSequence list:
                list.Items.ToList().ForEach(_ => context.Ledger.Carried(ImportKinds.Examples));
                return DraftBuilder.Copy(value);
            case "format" when scalar is not null:
                return Format(scalar, context);
            case "pattern" when scalar is not null:
                return Pattern(scalar, context);
        }

        if (Counts.Contains(keyword) || Numbers.Contains(keyword))
        {
            return Number(keyword, value, owner, context);
        }

        if (!Silent.Contains(keyword) && !Nodes.IsExtension(keyword))
        {
            context.Ledger.Lost($"schema keyword '{keyword}'", Why(keyword), value.Location);
        }

        return null;
    }

    private static string Why(string keyword) =>
        keyword switch
        {
            "discriminator" => "the dialect has no discriminator; the alternatives themselves are kept",
            "xml" => "bodies are JSON",
            "externalDocs" => "it says nothing about values",
            "type" or "enum" or "required" or "format" or "pattern" or "uniqueItems" or "deprecated" =>
                "its value is not one it can have",
            _ => "the dialect does not know it",
        };

    private static Draft? Type(YamlNode value, ImportContext context)
    {
        List<YamlScalar?> names = value is YamlSequence list
            ? [.. list.Items.Select(i => i as YamlScalar)]
            : [value as YamlScalar];
        var unknown = names.FirstOrDefault(n => n is null || !Types.Contains(n.Text));
        if (names.Count > 0 && names.All(n => n is not null && Types.Contains(n.Text)))
        {
            return value is YamlScalar { } one
                ? new DraftScalar(one.Text) { Origin = one.Location }
                : new DraftList([.. names.Select(n => new DraftScalar(n!.Text) { Origin = n.Location })])
                {
                    Origin = value.Location,
                };
        }

        context.Ledger.Lost($"type '{unknown?.Text}'", "it is no type of JSON Schema", value.Location);
        return null;
    }

    /// <summary>A nullable enumeration means null as well, whether it lists it or not.</summary>
    private static Draft Enum(YamlMapping owner, YamlSequence values)
    {
        var copy = (DraftList)DraftBuilder.Copy(values);
        return owner.IsTrue("nullable") && !values.Items.Any(v => v is YamlScalar { IsNull: true })
            ? copy with
            {
                Items = copy.Items.Add(new DraftScalar("null", true)),
            }
            : copy;
    }

    /// <summary>What only the client writes is required of requests alone, which the dialect cannot say of one schema.</summary>
    private static Draft? Required(YamlMapping owner, ImportContext context)
    {
        var properties = owner.Find("properties") as YamlMapping;
        var kept = new List<Draft>();
        foreach (var name in owner.Items("required").OfType<YamlScalar>())
        {
            if (context.Resolve(properties?.Find(name.Text), "schema")?.IsTrue("writeOnly") == true)
            {
                context.Ledger.Lost(
                    "'required' of a writeOnly property",
                    "it holds for requests only, and the dialect's holds for both ways",
                    name.Location
                );
                continue;
            }

            kept.Add(new DraftScalar(name.Text) { Origin = name.Location });
        }

        return kept.Count == 0 ? null : new DraftList([.. kept]) { Origin = owner.Find("required")!.Location };
    }

    private static Draft? Format(YamlScalar format, ImportContext context)
    {
        if (SchemaFormats.IsKnown(format.Text))
        {
            return new DraftScalar(format.Text) { Origin = format.Location };
        }

        context.Ledger.Lost($"format '{format.Text}'", "no registry says what its values look like", format.Location);
        return null;
    }

    private static Draft? Pattern(YamlScalar pattern, ImportContext context)
    {
        if (EcmaPattern.Compile(pattern.Text).Pattern is not null)
        {
            return new DraftScalar(pattern.Text) { Origin = pattern.Location };
        }

        context.Ledger.Lost("pattern", "it is no regular expression of ECMA-262", pattern.Location);
        return null;
    }

    private static Draft? Number(string keyword, YamlNode value, YamlMapping owner, ImportContext context)
    {
        var scalar = value as YamlScalar;
        // In 3.0 the exclusive bounds are flags beside the inclusive ones.
        if (Boolean(scalar) is not null && keyword is "exclusiveMinimum" or "exclusiveMaximum")
        {
            var bound = owner.Find(keyword == "exclusiveMinimum" ? "minimum" : "maximum");
            return Boolean(scalar) == true && bound is not null ? DraftBuilder.Copy(bound) : null;
        }

        if (
            (keyword == "minimum" && owner.IsTrue("exclusiveMinimum"))
            || (keyword == "maximum" && owner.IsTrue("exclusiveMaximum"))
        )
        {
            return null;
        }

        var isNumber = CoreSchema.TryDecimal(scalar?.Text ?? "", out var number);
        if (isNumber && (!Counts.Contains(keyword) || number is >= 0 and <= int.MaxValue) && IsStep(keyword, number))
        {
            return new DraftScalar(scalar!.Text, true) { Origin = value.Location };
        }

        context.Ledger.Lost(
            $"schema keyword '{keyword}'",
            "its value is not a number that can be counted",
            value.Location
        );
        return null;
    }

    private static bool IsStep(string keyword, decimal number) => keyword != "multipleOf" || number > 0;

    private static bool? Boolean(YamlScalar? scalar) =>
        scalar is { IsPlain: true } ? CoreSchema.Boolean(scalar.Text) : null;
}
