namespace Conformance.Tests.Cli;

/// <summary>A text that presses Ctrl-C when it reads certain words.</summary>
internal sealed class InterruptingWriter(CancellationTokenSource interruption, string when) : StringWriter
{
    private readonly Lock writing = new();

    public override void Write(char value)
    {
        lock (writing)
        {
            base.Write(value);
        }
    }

    public override void Write(string? value)
    {
        lock (writing)
        {
            base.Write(value);
            if (value?.Contains(when, StringComparison.Ordinal) == true)
            {
                interruption.Cancel();
            }
        }
    }

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(new string(buffer));
}
