using System.Globalization;
using System.Net;
using System.Text;
using Conformance.Reports.Writing;

namespace Conformance.Reports.Html;

/// <summary>
/// Writes HTML. Every text and every value of an attribute is masked and escaped here, so that no caller can forget it:
/// what a target sent cannot become markup.
/// </summary>
/// <param name="mask">Replaces secrets in a text.</param>
internal sealed class Markup(Func<string, string> mask)
{
    private readonly StringBuilder html = new();
    private readonly Stack<string> open = new();

    /// <summary>Opens an element; it is closed when the result is disposed of.</summary>
    /// <param name="name">Name of the element, one of ours.</param>
    /// <param name="attributes">Attributes by names of ours; one without a value is left out.</param>
    public IDisposable In(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Begin(name, attributes);
        open.Push(name);
        return new Element(this);
    }

    /// <summary>An element with a text.</summary>
    /// <param name="name">Name of the element, one of ours.</param>
    /// <param name="text">Any text.</param>
    /// <param name="attributes">Attributes by names of ours; one without a value is left out.</param>
    public void Put(string name, string text, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Begin(name, attributes);
        Text(text);
        html.Append("</").Append(name).Append('>');
    }

    /// <summary>An element that never has content, such as <c>input</c> and <c>meta</c>.</summary>
    /// <param name="name">Name of the element, one of ours.</param>
    /// <param name="attributes">Attributes by names of ours; one without a value is left out.</param>
    public void Void(string name, params ReadOnlySpan<(string Name, string? Value)> attributes) =>
        Begin(name, attributes);

    /// <summary>Any text.</summary>
    /// <param name="text">The text.</param>
    public void Text(string text) => html.Append(Escape(text));

    /// <summary>What we wrote ourselves and is no text: the style, the script, a drawing that was written by a markup.</summary>
    /// <param name="trusted">The markup.</param>
    public void Own(string trusted) => html.Append(trusted);

    /// <summary>A number of pixels or units in an attribute.</summary>
    /// <param name="number">The number.</param>
    public static string Unit(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    /// <inheritdoc />
    public override string ToString() => html.ToString();

    private void Begin(string name, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        html.Append('<').Append(name);
        foreach (var (key, value) in attributes)
        {
            if (value is not null)
            {
                html.Append(' ').Append(key).Append("=\"").Append(Escape(value)).Append('"');
            }
        }

        html.Append('>');
    }

    private string Escape(string text) => WebUtility.HtmlEncode(XmlSafe.Clean(mask(text)));

    private sealed class Element(Markup page) : IDisposable
    {
        public void Dispose() => page.html.Append("</").Append(page.open.Pop()).Append(">\n");
    }
}
