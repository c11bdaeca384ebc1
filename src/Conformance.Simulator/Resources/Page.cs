using System.Globalization;
using Conformance.Simulator.Http;
using Conformance.Specification.Model;

namespace Conformance.Simulator.Resources;

/// <summary>The part of a list that is asked for.</summary>
/// <param name="Offset">Elements to skip.</param>
/// <param name="Size">Elements to show; at least one.</param>
internal sealed record Page(int Offset, int Size)
{
    private const int DefaultSize = 20;
    private static readonly string[] SizeNames = ["limit", "page_size", "per_page", "pagesize", "size", "first"];
    private static readonly string[] OffsetNames = ["offset", "skip", "start", "cursor", "after", "page_token"];
    private static readonly string[] NumberNames = ["page", "page_number"];

    /// <summary>Reads the declared paging parameters; without any, everything is shown.</summary>
    public static Page Read(Call call)
    {
        var isPaged = call.Endpoint!.QueryParameters.Any(p =>
            SizeNames.Concat(OffsetNames).Concat(NumberNames).Contains(Key(p))
        );
        var size = Math.Max(1, Value(call, SizeNames) ?? (isPaged ? DefaultSize : int.MaxValue));
        var offset = Value(call, OffsetNames) ?? (Math.Max(1, Value(call, NumberNames) ?? 1) - 1L) * size;
        return new((int)Math.Clamp(offset, 0, int.MaxValue), size);
    }

    /// <summary>The sent value of the first declared parameter of these names, or its default.</summary>
    private static int? Value(Call call, string[] names)
    {
        if (call.Endpoint!.QueryParameters.FirstOrDefault(p => names.Contains(Key(p))) is not { } parameter)
        {
            return null;
        }

        var sent = call.Request.Query.Where(q => q.Key == parameter.Name.Value).Select(q => q.Value).FirstOrDefault();
        var text = sent ?? parameter.Schema.Default?.ToString();
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    private static string Key(ParameterDefinition parameter) => parameter.Name.Value.ToLowerInvariant();
}
