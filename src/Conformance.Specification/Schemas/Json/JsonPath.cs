using System.Globalization;
using System.Text;

namespace Conformance.Specification.Schemas.Json;

/// <summary>Where a reader is in a JSON text, in body notation and as a JSON Pointer.</summary>
internal sealed class JsonPath
{
    private readonly List<Segment> segments = [];

    /// <summary>Whether one whole value was read and nothing is open.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>How many objects and arrays are open.</summary>
    public int Depth => segments.Count;

    /// <summary>An object or array starts.</summary>
    /// <param name="isArray">Whether it is an array.</param>
    public void Enter(bool isArray)
    {
        Value();
        IsComplete = false;
        segments.Add(new(isArray ? -1 : null, ""));
    }

    /// <summary>An object or array ends.</summary>
    public void Leave()
    {
        segments.RemoveAt(segments.Count - 1);
        IsComplete = segments.Count == 0;
    }

    /// <summary>A name was read; its value follows.</summary>
    /// <param name="name">The name.</param>
    public void Name(string name) => segments[^1] = new(null, name);

    /// <summary>A value starts.</summary>
    public void Value()
    {
        if (segments.Count == 0)
        {
            IsComplete = true;
        }
        else if (segments[^1].Index is { } index)
        {
            segments[^1] = new(index + 1, "");
        }
    }

    /// <summary>Goes to a member.</summary>
    /// <param name="name">Its name.</param>
    public void Push(string name) => segments.Add(new(null, name));

    /// <summary>Goes to an element.</summary>
    /// <param name="index">Its index.</param>
    public void Push(int index) => segments.Add(new(index, ""));

    /// <summary>Goes back up.</summary>
    public void Pop() => segments.RemoveAt(segments.Count - 1);

    /// <summary>The place as a JSON Pointer (RFC 6901).</summary>
    public string ToPointer() =>
        string.Concat(
            segments.Select(segment => "/" + (segment.Index is { } index ? Text(index) : Escape(segment.Name)))
        );

    /// <summary>The place in body notation: <c>items[0].quantity</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var segment in segments)
        {
            if (segment.Index is { } index)
            {
                text.Append(index < 0 ? "" : $"[{Text(index)}]");
            }
            else
            {
                AppendName(text, segment.Name);
            }
        }

        return text.ToString();
    }

    /// <summary>Escapes a name for a JSON Pointer.</summary>
    /// <param name="name">The name.</param>
    public static string Escape(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <summary>Appends a name in body notation: quoted in brackets unless it is a plain word.</summary>
    /// <param name="text">The path so far.</param>
    /// <param name="name">The name.</param>
    public static void AppendName(StringBuilder text, string name)
    {
        if (name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '$'))
        {
            text.Append(text.Length == 0 ? "" : ".").Append(name);
        }
        else
        {
            text.Append("['").Append(JsonText.Shorten(name).Replace("'", "\\'", StringComparison.Ordinal)).Append("']");
        }
    }

    private static string Text(int index) => index.ToString(CultureInfo.InvariantCulture);

    // The index is null in an object and the last index read in an array, -1 before the first.
    private readonly record struct Segment(int? Index, string Name);
}
