namespace Conformance.Diagrams.Drawing;

/// <summary>A rectangle on the canvas.</summary>
/// <param name="Left">Its left side.</param>
/// <param name="Top">Its upper side.</param>
/// <param name="Width">How wide it is.</param>
/// <param name="Height">How high it is.</param>
internal readonly record struct Area(double Left, double Top, double Width, double Height)
{
    public double Right => Left + Width;

    public double Bottom => Top + Height;

    public Point Middle => new(Left + (Width / 2), Top + (Height / 2));

    /// <summary>A rectangle of a size around a point.</summary>
    public static Area Around(Point middle, double width, double height) =>
        new(middle.X - (width / 2), middle.Y - (height / 2), width, height);

    /// <summary>The smallest rectangle that holds both.</summary>
    public Area With(Area other)
    {
        var (left, top) = (Math.Min(Left, other.Left), Math.Min(Top, other.Top));
        return new(left, top, Math.Max(Right, other.Right) - left, Math.Max(Bottom, other.Bottom) - top);
    }

    /// <summary>The same with a margin around.</summary>
    public Area Widened(double by) => new(Left - by, Top - by, Width + (2 * by), Height + (2 * by));
}
