using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Conformance.Simulator.Json;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Resources;

/// <summary>Makes identifiers in the style of the specification's example.</summary>
/// <param name="schemas">Resolves references.</param>
/// <param name="inspector">Tells whether an identifier is valid.</param>
/// <param name="seed">Decides random ones.</param>
internal sealed partial class IdentifierSequence(SchemaIndex schemas, SchemaInspector inspector, int seed)
{
    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private readonly Random _random = new(seed);

    /// <summary>The next identifier of a resource type.</summary>
    /// <param name="type">The resource type.</param>
    /// <param name="schema">What the identifier must be; null when nothing is declared.</param>
    /// <param name="example">The example; null when none is shown.</param>
    public JsonNode Next(string type, SchemaNode? schema, string? example)
    {
        var number = _counts.AddOrUpdate(type, 1, (_, n) => n + 1);
        var types = schema is null ? JsonTypes.Any : schemas.Types(schema);
        if ((types & (JsonTypes.Integer | JsonTypes.Number)) != 0)
        {
            return JsonValue.Create(number);
        }

        var isUuid = schema is not null && schemas.First(schema, p => p.Format) is "uuid";
        if (isUuid || Guid.TryParse(example, out _))
        {
            return JsonValue.Create(Uuid());
        }

        var styled = Styled(example ?? $"{type}-00000000", number);
        var isValid = schema is null || inspector.Inspect(JsonSerializer.SerializeToElement(styled), schema).IsEmpty;
        return JsonValue.Create(isValid ? styled : number.ToString("D8", CultureInfo.InvariantCulture));
    }

    /// <summary>The last run of digits counts; an example without digits is numbered, or shuffled where it looks random.</summary>
    private string Styled(string example, int number)
    {
        if (Scrambled().Match(example) is { Success: true } scrambled)
        {
            return example[..scrambled.Index] + Shuffle(scrambled.Value);
        }

        var digits = Digits().Matches(example).LastOrDefault();
        return digits is null
            ? $"{example}-{number}"
            : string.Concat(
                example.AsSpan(0, digits.Index),
                number.ToString(CultureInfo.InvariantCulture).PadLeft(digits.Length, '0'),
                example.AsSpan(digits.Index + digits.Length)
            );
    }

    private string Shuffle(string sample)
    {
        lock (_gate)
        {
            return string.Concat(sample.Select(c => Alike(c)[_random.Next(Alike(c).Length)]));
        }
    }

    private string Uuid()
    {
        var bytes = new byte[16];
        lock (_gate)
        {
            _random.NextBytes(bytes);
        }

        (bytes[6], bytes[8]) = ((byte)((bytes[6] & 0x0F) | 0x40), (byte)((bytes[8] & 0x3F) | 0x80)); // version 4
        return new Guid(bytes, bigEndian: true).ToString();
    }

    private static string Alike(char c) =>
        c switch
        {
            >= '0' and <= '9' => "0123456789",
            >= 'a' and <= 'z' => "abcdefghijklmnopqrstuvwxyz",
            _ => "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        };

    /// <summary>Letters and digits mixed, at least eight of them, up to the end.</summary>
    [GeneratedRegex("(?=[A-Za-z]*[0-9]+[A-Za-z])[A-Za-z0-9]{8,}$", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Scrambled();

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Digits();
}
