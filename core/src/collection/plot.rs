//! The numbers of one question over the affiliates, scaled for a drawing.

use super::ReportsTable;

/// The greatest number of marks on a scale, besides 0.
const MOST_MARKS: u64 = 5;

/// A bar of a drawing: an affiliate's number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlotBar {
    /// The place of the row in the table.
    pub row: usize,
    /// The number.
    pub number: u64,
    /// The length of the bar, from 0 to 1, the whole scale.
    pub share: f64,
}

/// A mark on the scale of a drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlotMark {
    /// The number that it stands for.
    pub number: u64,
    /// The place on the scale, from 0 to 1.
    pub share: f64,
}

/// The numbers of a column, greatest first, and the scale that they are drawn on.
#[derive(Clone, Debug, PartialEq)]
pub struct NumberPlot {
    /// The place of the column in the table.
    pub column: usize,
    /// The bars, the greatest number first, equal ones in the table's order.
    pub bars: Vec<PlotBar>,
    /// The marks at round numbers, from 0 on; the last is at the scale's end.
    pub marks: Vec<PlotMark>,
}

/// Scales the numbers in a column of these rows, both given by their places. `None` where no row has a number.
pub fn number_plot(table: &ReportsTable, rows: &[usize], column: usize) -> Option<NumberPlot> {
    let number = |row: usize| Some((row, table.cell(row, column)?.answer.number?));
    let mut numbers: Vec<(usize, u64)> = rows.iter().filter_map(|row| number(*row)).collect();
    numbers.sort_by(|(one_row, one), (other_row, other)| other.cmp(one).then(one_row.cmp(other_row)));
    let (_, greatest) = *numbers.first()?;
    let step = step(greatest);
    let end = greatest.div_ceil(step).max(1).saturating_mul(step);
    #[allow(clippy::cast_precision_loss)] // A drawing has fewer points than a number digits.
    let share = |number: u64| number as f64 / end as f64;
    let marks = (0..=end / step).map(|at| at * step);
    Some(NumberPlot {
        column,
        bars: numbers
            .into_iter()
            .map(|(row, number)| PlotBar { row, number, share: share(number) })
            .collect(),
        marks: marks.map(|number| PlotMark { number, share: share(number) }).collect(),
    })
}

/// Finds the least of 1, 2, 5, 10, 20, 50 … of which at most [`MOST_MARKS`] reach a number.
fn step(greatest: u64) -> u64 {
    let mut power: u64 = 1;
    loop {
        for factor in [1, 2, 5] {
            let step = power.saturating_mul(factor);
            if greatest.div_ceil(step) <= MOST_MARKS {
                return step;
            }
        }
        power = power.saturating_mul(10);
    }
}
